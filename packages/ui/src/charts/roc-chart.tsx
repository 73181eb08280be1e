import { cn } from "../class-names.ts";
import { classColour } from "../colour/okabe-ito.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { lineDashes } from "./line-dashes.ts";

export interface RocCurveLine {
  key: string;
  name: string;
  /** Both ascending, 0 … 1. */
  falsePositiveRate: readonly number[];
  truePositiveRate: readonly number[];
  /** Where the chosen threshold lies on it. */
  operatingPoint?: { falsePositiveRate: number; truePositiveRate: number };
}

export interface RocChartProps {
  curves: readonly RocCurveLine[];
  xLabel: string;
  yLabel: string;
  /** Names the diagonal. */
  chanceLabel: string;
  label: string;
  className?: string;
}

const size = 240;
const left = 40;
const bottom = 36;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Sensitivity against false alarms over all thresholds; square, with the diagonal of guessing. */
export function RocChart({ curves, xLabel, yLabel, chanceLabel, label, className }: RocChartProps) {
  const x = (rate: number) => left + rate * size;
  const y = (rate: number) => 8 + (1 - rate) * size;
  return (
    <figure className={cn("flex max-w-sm flex-col gap-2", className)}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${left + size + 12} ${size + bottom + 8}`} className="w-full">
        {ticks.map((tick) => (
          <g key={tick} fontSize="10" fill="var(--muted-foreground)">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} stroke="var(--chart-grid)" />
            <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} stroke="var(--chart-grid)" />
            <text x={left - 5} y={y(tick) + 3} textAnchor="end">
              {tick}
            </text>
            <text x={x(tick)} y={y(0) + 14} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={y(0) + 31} textAnchor="middle" fontSize="11" fill="var(--muted-foreground)">
          {xLabel}
        </text>
        <text
          transform={`translate(10 ${y(0.5)}) rotate(-90)`}
          textAnchor="middle"
          fontSize="11"
          fill="var(--muted-foreground)"
        >
          {yLabel}
        </text>
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--muted-foreground)" strokeDasharray="3 3" />
        {curves.map((curve, index) => (
          <g key={curve.key}>
            <polyline
              fill="none"
              stroke={classColour(index)}
              strokeWidth="2"
              strokeDasharray={lineDashes(index)}
              points={curve.falsePositiveRate
                .map((rate, at) => `${x(rate).toFixed(1)},${y(curve.truePositiveRate[at] ?? 0).toFixed(1)}`)
                .join(" ")}
            />
            {curve.operatingPoint ? (
              <circle
                cx={x(curve.operatingPoint.falsePositiveRate)}
                cy={y(curve.operatingPoint.truePositiveRate)}
                r="4"
                fill="var(--card)"
                stroke={classColour(index)}
                strokeWidth="2"
              />
            ) : null}
          </g>
        ))}
      </svg>
      <ChartLegend
        items={[
          ...curves.map((curve, index) => ({
            name: curve.name,
            colour: classColour(index),
            dashes: lineDashes(index),
          })),
          { name: chanceLabel, colour: "var(--muted-foreground)", dashes: "3 3" },
        ]}
      />
    </figure>
  );
}
