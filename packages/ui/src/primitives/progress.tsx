"use client";

import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";
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
  return (
    <Base.Root value={value} max={1} className={cn("flex flex-col gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3 text-sm", hideLabel && "sr-only")}>
        <Base.Label>{label}</Base.Label>
        {detail ? <span className="tabular text-xs text-muted-foreground">{detail}</span> : null}
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-muted">
        <Base.Indicator
          className={cn(
            "h-full rounded-full bg-primary transition-[width] duration-150",
            value === null && "w-1/3 animate-pulse",
          )}
        />
      </Base.Track>
    </Base.Root>
  );
}
