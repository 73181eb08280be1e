import type { ReactNode } from "react";
import { cn } from "../class-names.ts";

export interface SignedBar {
  key: string;
  name: ReactNode;
  value: number;
}

export interface SignedBarChartProps {
  bars: readonly SignedBar[];
  format: (value: number) => string;
  /** The longest bar's value; the largest of these bars when unset. */
  extent?: number;
  label: string;
  className?: string;
}

/** Contributions left and right of zero: blue takes away, orange adds, and the number beside each says so too. */
export function SignedBarChart({ bars, format, extent, label, className }: SignedBarChartProps) {
  const largest = extent ?? Math.max(...bars.map((bar) => Math.abs(bar.value)), Number.EPSILON);
  return (
    <ul aria-label={label} className={cn("flex flex-col gap-1.5 text-sm", className)}>
      {bars.map((bar) => (
        <li key={bar.key} className="grid grid-cols-[minmax(4rem,1fr)_3fr_4.5rem] items-center gap-3">
          <span className="truncate">{bar.name}</span>
          <SignedBarMark value={bar.value} extent={largest} />
          <span className="tabular text-right">{format(bar.value)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One bar around a centre line; fills its parent's width. */
export function SignedBarMark({ value, extent, className }: { value: number; extent: number; className?: string }) {
  const share = Math.min(1, Math.abs(value) / extent) * 50;
  return (
    <div aria-hidden className={cn("relative h-3 w-full rounded-xs bg-muted", className)}>
      <div
        className={cn("absolute inset-y-0", value < 0 ? "rounded-l-xs" : "rounded-r-xs")}
        style={{
          left: `${value < 0 ? 50 - share : 50}%`,
          width: `${share}%`,
          background: value < 0 ? "var(--negative)" : "var(--positive)",
        }}
      />
      <div className="absolute inset-y-0 left-1/2 w-px bg-foreground/60" />
    </div>
  );
}
