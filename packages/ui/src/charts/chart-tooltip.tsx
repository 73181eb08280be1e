import type { LineSeries } from "./merge-series.ts";

export interface ChartTooltipProps {
  active?: boolean;
  label?: string | number;
  payload?: readonly { payload?: Record<string, unknown> }[];
  xLabel: string;
  series: readonly LineSeries[];
  format: (value: number) => string;
}

/** The values of all series under the pointer. */
export function ChartTooltip({ active, label, payload, xLabel, series, format }: ChartTooltipProps) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <div className="tabular rounded-lg border border-border bg-popover px-3 py-2 text-xs text-popover-foreground shadow-md">
      <p className="mb-1 text-muted-foreground">
        {xLabel} {typeof label === "number" ? format(label) : label}
      </p>
      {series.map(({ key, name }) => {
        const value = row[key];
        if (typeof value !== "number") return null;
        const band = row[`${key}Band`];
        const interval = Array.isArray(band) ? ` [${band.map((end) => format(Number(end))).join(", ")}]` : "";
        return (
          <p key={key} className="flex justify-between gap-4">
            <span>{name}</span>
            <span>
              {format(value)}
              {interval}
            </span>
          </p>
        );
      })}
    </div>
  );
}
