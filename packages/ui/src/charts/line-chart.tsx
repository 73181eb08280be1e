"use client";

import { useMemo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { cn } from "../class-names.ts";
import { classColour } from "../colour/okabe-ito.ts";
import { axisText, axisTick } from "./axis-style.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { formatNumber } from "./format-number.ts";
import { lineDashes } from "./line-dashes.ts";
import { type LineSeries, mergeSeries } from "./merge-series.ts";

export interface LineChartProps {
  series: readonly LineSeries[];
  xLabel: string;
  yLabel?: string;
  locale: string;
  /** What the chart shows, in a sentence. */
  label: string;
  yDomain?: [number | "auto", number | "auto"];
  height?: number;
  className?: string;
}

/** Curves over a shared x, with a band where a series carries an interval. Long ones are thinned, keeping their extremes. */
export function LineChart(props: LineChartProps) {
  const { series, xLabel, yLabel, locale, label, yDomain = ["auto", "auto"], height = 240, className } = props;
  const rows = useMemo(() => mergeSeries(series), [series]);
  const format = (value: number) => formatNumber(value, locale);
  return (
    <figure className={cn("flex flex-col gap-2", className)} aria-label={label}>
      <ResponsiveContainer width="100%" height={height} minWidth={0}>
        <ComposedChart data={rows} margin={{ top: 8, right: 12, bottom: 20, left: 4 }} accessibilityLayer title={label}>
          <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
          <XAxis
            dataKey="x"
            type="number"
            domain={["dataMin", "dataMax"]}
            tickFormatter={format}
            tick={axisTick}
            stroke="var(--border)"
            label={{ value: xLabel, position: "insideBottom", offset: -12, ...axisText }}
          />
          <YAxis
            domain={yDomain}
            tickFormatter={format}
            tick={axisTick}
            stroke="var(--border)"
            width={56}
            label={yLabel ? { value: yLabel, angle: -90, position: "insideLeft", ...axisText } : undefined}
          />
          <Tooltip
            isAnimationActive={false}
            content={(shown) => <ChartTooltip {...shown} xLabel={xLabel} series={series} format={format} />}
          />
          {series.map((line, index) =>
            line.points.some((point) => point.interval) ? (
              <Area
                key={`${line.key}-band`}
                dataKey={`${line.key}Band`}
                stroke="none"
                fill={line.colour ?? classColour(index)}
                fillOpacity={0.18}
                isAnimationActive={false}
                connectNulls
                activeDot={false}
              />
            ) : null,
          )}
          {series.map((line, index) => (
            <Line
              key={line.key}
              dataKey={line.key}
              name={line.name}
              stroke={line.colour ?? classColour(index)}
              strokeWidth={2}
              strokeDasharray={line.dashes ?? lineDashes(index)}
              dot={line.points.length < 12 ? { r: 2.5 } : false}
              isAnimationActive={false}
              connectNulls
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
      {series.length > 1 ? (
        <ChartLegend
          items={series.map((line, index) => ({
            name: line.name,
            colour: line.colour ?? classColour(index),
            dashes: line.dashes ?? lineDashes(index),
          }))}
        />
      ) : null}
    </figure>
  );
}
