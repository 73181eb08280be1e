import type { ComponentProps } from "react";
import { cn } from "../class-names.ts";

/** A table that scrolls sideways in its own frame when the page is narrow. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return (
    <div className="w-full overflow-x-auto">
      <table className={cn("w-full border-collapse text-sm", className)} {...rest} />
    </div>
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
