"use client";

import { useMemo } from "react";
import type { Series } from "../progress/series.ts";
import { LinesCard, type LinesCardProps } from "./lines-card.tsx";

export interface Curve {
  key: string;
  name: string;
  /** Which of the series' readings this is. */
  index: number;
}

export interface CurveCardProps extends Omit<LinesCardProps, "lines"> {
  series: Series;
  curves: readonly Curve[];
}

/** A live chart of some readings of one run. */
export function CurveCard({ series, curves, ...card }: CurveCardProps) {
  const lines = useMemo(
    () => curves.map((curve) => ({ ...curve, points: pointsOf(series, curve.index) })),
    [curves, series],
  );
  return <LinesCard lines={lines} {...card} />;
}

function pointsOf(series: Series, index: number): { x: number; y: number }[] {
  return series.points.flatMap(({ x, values }) => {
    const y = values[index] ?? null;
    return y === null ? [] : [{ x, y }];
  });
}
