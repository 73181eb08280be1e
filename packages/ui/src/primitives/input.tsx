import type { ComponentProps } from "react";
import { cn } from "../class-names.ts";

export const controlStyle =
  "w-full rounded-lg border border-input bg-card px-3 text-sm text-card-foreground shadow-xs placeholder:text-muted-foreground disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger any-pointer-coarse:text-base";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(controlStyle, "h-9", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(controlStyle, "min-h-20 py-2", className)} {...rest} />;
}
