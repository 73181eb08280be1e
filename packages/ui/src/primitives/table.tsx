import type { ComponentProps } from "react";
import { cn } from "../class-names.ts";
import { ScrollFrame } from "./scroll-frame.tsx";

/** A table that scrolls sideways in its own frame when the page is narrow. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return (
    <ScrollFrame className="w-full">
      <table className={cn("w-full border-collapse text-sm", className)} {...rest} />
    </ScrollFrame>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn("border-b border-border px-3 py-2 text-left text-xs font-medium text-muted-foreground", className)}
      {...rest}
    />
  );
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("border-b border-border last:border-b-0", className)} {...rest} />;
}

export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={cn("px-3 py-2.5 align-middle", className)} {...rest} />;
}
