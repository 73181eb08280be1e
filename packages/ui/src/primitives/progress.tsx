"use client";

import { Progress as Base } from "@base-ui/react/progress";
import { type ReactNode, useId } from "react";
import { cn } from "../class-names.ts";

export interface ProgressProps {
  /** 0 … 1; null while nobody knows. */
  value: number | null;
  label: ReactNode;
  /** Right of the label: what is done of what. */
  detail?: ReactNode;
  hideLabel?: boolean;
  className?: string;
}

export function Progress({ value, label, detail, hideLabel = false, className }: ProgressProps) {
  const labelId = useId();
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3 text-sm", hideLabel && "sr-only")}>
        <span id={labelId}>{label}</span>
        {detail ? <span className="tabular text-xs text-muted-foreground">{detail}</span> : null}
      </div>
      {/* The bar alone is the progress bar: its label may hold a link, which must not lie within another control. */}
      <Base.Root value={value} max={1} aria-labelledby={labelId}>
        <Base.Track className="h-1.5 overflow-hidden rounded-full bg-muted">
          {/* While nobody knows it is pale along its whole length: a part of it would read as a share. */}
          <Base.Indicator
            className={cn(
              "h-full rounded-full bg-primary transition-[width] duration-150",
              value === null && "w-full animate-pulse opacity-30",
            )}
          />
        </Base.Track>
      </Base.Root>
    </div>
  );
}
