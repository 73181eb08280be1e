"use client";

import type { ReactNode } from "react";
import { getNiceTickValues } from "recharts";
import { cn } from "../class-names.ts";
import { formatNumber } from "./format-number.ts";

export interface IntervalMark {
  key: string;
  value: number;
  /** Ends of the interval, in the value's unit; null where there is none. */
  interval: readonly [number, number] | null;
}

export interface IntervalRow {
  key: string;
  name: ReactNode;
  colour: string;
  /** Filled: what the rows are ordered by. */
  main: IntervalMark | null;
  /** Hollow, beneath it. */
  second?: IntervalMark | null;
  /** The row's figures in words. */
  text: ReactNode;
}

export interface IntervalChartProps {
  rows: readonly IntervalRow[];
  label: string;
  locale: string;
  className?: string;
}

/** Dots with whiskers on one shared scale, a row each. The scale need not begin at zero: the dots are places, not lengths. */
export function IntervalChart({ rows, label, locale, className }: IntervalChartProps) {
  const ticks = niceTicks(rows);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const at = (value: number) => `${2 + ((value - low) / (high - low || 1)) * 96}%`;
  return (
    <ul aria-label={label} className={cn("@container flex flex-col text-sm", className)}>
      {rows.map((row) => (
        <li key={row.key} className="grid items-center gap-x-4 py-1.5 @lg:grid-cols-[minmax(8rem,14rem)_1fr]">
          <span className="min-w-0">
            <span className="block font-medium break-words">{row.name}</span>
            <span className="tabular block text-[0.8125rem] text-muted-foreground">{row.text}</span>
          </span>
          <svg aria-hidden="true" width="100%" height="40">
            {ticks.map((tick) => (
              <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="40" stroke="var(--chart-grid)" />
            ))}
            {row.main ? <Mark mark={row.main} at={at} y={row.second ? 13 : 20} colour={row.colour} isFilled /> : null}
            {row.second ? <Mark mark={row.second} at={at} y={28} colour={row.colour} /> : null}
          </svg>
        </li>
      ))}
      <li aria-hidden className="grid gap-x-4 @lg:grid-cols-[minmax(8rem,14rem)_1fr]">
        <span />
        <svg aria-hidden="true" width="100%" height="18" fontSize="11" fill="var(--muted-foreground)">
          {ticks.map((tick, index) => (
            <text key={tick} x={at(tick)} y="13" textAnchor={anchorOf(index, ticks.length)}>
              {formatNumber(tick, locale)}
            </text>
          ))}
        </svg>
      </li>
    </ul>
  );
}

function Mark(props: {
  mark: IntervalMark;
  at: (value: number) => string;
  y: number;
  colour: string;
  isFilled?: boolean;
}) {
  const { mark, at, y, colour, isFilled = false } = props;
  const [from, to] = mark.interval ?? [mark.value, mark.value];
  return (
    <g stroke={colour} strokeWidth="2">
      <line x1={at(from)} x2={at(to)} y1={y} y2={y} />
      <line x1={at(from)} x2={at(from)} y1={y - 4} y2={y + 4} />
      <line x1={at(to)} x2={at(to)} y1={y - 4} y2={y + 4} />
      <circle cx={at(mark.value)} cy={y} r="5" fill={isFilled ? colour : "var(--card)"} />
    </g>
  );
}

/** Round values that hold every dot and whisker. */
function niceTicks(rows: readonly IntervalRow[]): number[] {
  const marks = rows.flatMap(({ main, second }) => [main, second ?? null]).filter((mark) => mark !== null);
  const values = marks.flatMap(({ value, interval }) => [value, ...(interval ?? [])]);
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? [least - 1, least, least + 1] : getNiceTickValues([least, most], 5);
}

function anchorOf(index: number, count: number): "start" | "middle" | "end" {
  if (index === 0) return "start";
  return index === count - 1 ? "end" : "middle";
}
