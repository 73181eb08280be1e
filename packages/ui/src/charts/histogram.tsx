import { cn } from "../class-names.ts";

export interface HistogramProps {
  /** Heights of equal bins from `min` to `max`. */
  counts: readonly number[];
  min: number;
  max: number;
  format: (value: number) => string;
  label: string;
  className?: string;
}

/** How a number is distributed. */
export function Histogram({ counts, min, max, format, label, className }: HistogramProps) {
  const largest = Math.max(...counts, 1);
  return (
    <figure className={cn("flex flex-col gap-1", className)}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${Math.max(counts.length, 1)} 100`}
        preserveAspectRatio="none"
        className="h-20 w-full"
      >
        {counts.map((count, bin) => {
          const height = (count / largest) * 100;
          // A bin is its place: two histograms of one page never share a key space.
          const place = `bin-${bin}`;
          return (
            <rect key={place} x={bin + 0.04} y={100 - height} width={0.92} height={height} fill="var(--primary)" />
          );
        })}
      </svg>
      <div className="tabular flex justify-between text-xs text-muted-foreground">
        <span>{format(min)}</span>
        <span>{format(max)}</span>
      </div>
    </figure>
  );
}
