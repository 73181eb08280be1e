import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "../class-names.ts";

const style = cva(
  "inline-flex w-fit items-center gap-1 rounded-full border px-2 py-0.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-border bg-muted text-foreground",
        accent: "border-transparent bg-accent text-accent-foreground",
        success: "border-transparent bg-success-surface text-success",
        warning: "border-transparent bg-warning-surface text-warning",
        danger: "border-transparent bg-danger-surface text-danger",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A state in a word; the word says it, the tone only helps. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof style>) {
  return <span className={cn(style({ tone }), className)} {...rest} />;
}
