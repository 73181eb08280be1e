import type { ReactNode } from "react";
import { cn } from "../class-names.ts";

export interface Bar {
  key: string;
  name: ReactNode;
  value: number;
  colour?: string;
  /** Ends of the interval, in the value's unit. */
  interval?: readonly [number, number];
}

export interface BarChartProps {
  bars: readonly Bar[];
  format: (value: number) => string;
  /** The value of a full bar; the largest of these when unset. */
  extent?: number;
  label: string;
  className?: string;
}

/** Horizontal bars from zero with their numbers beside, and whiskers where there is an interval. Reads as a list. */
export function BarChart({ bars, format, extent, label, className }: BarChartProps) {
  const largest = extent ?? Math.max(...bars.map((bar) => bar.interval?.[1] ?? bar.value), Number.EPSILON);
  const percent = (value: number) => `${Math.min(1, Math.max(0, value / largest)) * 100}%`;
  return (
    <ul aria-label={label} className={cn("flex flex-col gap-1.5 text-sm", className)}>
      {bars.map((bar) => (
        <li key={bar.key} className="grid grid-cols-[minmax(4rem,1fr)_3fr_4.5rem] items-center gap-3">
          <span className="truncate">{bar.name}</span>
          <div aria-hidden className="relative h-3 rounded-xs bg-muted">
            <div
              className="h-full rounded-xs"
              style={{ width: percent(bar.value), background: bar.colour ?? "var(--primary)" }}
            />
            {bar.interval ? (
              <div
                className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-foreground"
                style={{
                  left: percent(bar.interval[0]),
                  width: `calc(${percent(bar.interval[1])} - ${percent(bar.interval[0])})`,
                }}
              />
            ) : null}
          </div>
          <span className="tabular text-right">{format(bar.value)}</span>
        </li>
      ))}
    </ul>
  );
}
