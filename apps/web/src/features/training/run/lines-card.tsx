"use client";

import { Card, CardHeader, LineChart, type LineSeries, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { readingAt } from "../progress/reading-at.ts";

export interface LinesCardProps {
  title: string;
  description: ReactNode;
  lines: readonly LineSeries[];
  xLabel: string;
  yLabel?: string;
  yDomain?: [number | "auto", number | "auto"];
}

/** A live chart, with the same in words and as a table for those who cannot see it. */
export function LinesCard({ title, description, lines, xLabel, yLabel, yDomain }: LinesCardProps) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const drawn = lines.filter((line) => line.points.length > 0);
  const summary = drawn.map((line) => {
    const ys = line.points.map((point) => point.y);
    const [first, last] = [line.points[0], line.points.at(-1)];
    return t("chartSummary", {
      name: line.name,
      first: figures.figure(first?.y ?? Number.NaN),
      start: `${xLabel} ${figures.position(first?.x ?? 0)}`,
      last: figures.figure(last?.y ?? Number.NaN),
      min: figures.figure(Math.min(...ys)),
      max: figures.figure(Math.max(...ys)),
    });
  });
  return (
    <Card className="flex min-w-0 flex-col">
      <CardHeader title={title} description={description} />
      {drawn.length === 0 ? (
        <p className="grid h-40 place-items-center text-sm text-muted-foreground">{t("noPoints")}</p>
      ) : (
        <>
          <LineChart
            series={drawn}
            xLabel={xLabel}
            yLabel={yLabel}
            yDomain={yDomain}
            locale={figures.locale}
            label={`${title}. ${summary.join(" ")}`}
          />
          <CurveTable lines={drawn} xLabel={xLabel} caption={title} />
        </>
      )}
    </Card>
  );
}

const tableRows = 12;

/** About a dozen of the points, evenly spread, ends included. */
function CurveTable(props: { lines: readonly LineSeries[]; xLabel: string; caption: string }) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const xs = [...new Set(props.lines.flatMap((line) => line.points.map((point) => point.x)))].sort((a, b) => a - b);
  const step = Math.max(1, (xs.length - 1) / (tableRows - 1));
  const shown = new Set(Array.from({ length: Math.min(xs.length, tableRows) }, (_, row) => xs[Math.round(row * step)]));
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-muted-foreground">{t("showTable")}</summary>
      <Table className="mt-2">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            <TableHead>{props.xLabel}</TableHead>
            {props.lines.map((line) => (
              <TableHead key={line.key}>{line.name}</TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {xs
            .filter((x) => shown.has(x))
            .map((x) => (
              <TableRow key={x}>
                <TableCell>{figures.position(x)}</TableCell>
                {props.lines.map((line) => (
                  <TableCell key={line.key}>{figures.figure(readingAt(line.points, x) ?? Number.NaN)}</TableCell>
                ))}
              </TableRow>
            ))}
        </tbody>
      </Table>
    </details>
  );
}
