"use client";

import type { Evaluation } from "@diaphane/model/config";
import { Card, CardHeader, RocChart, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "../figures/use-figures.ts";
import { pointAt, thinPoints } from "./roc-points.ts";

const drawnPoints = 300;
const tableFalseAlarms = [0.05, 0.1, 0.2, 0.4];

/** The curve over all thresholds, the chosen one and 0.5 marked; several classes each against the rest. */
export function RocCard({ evaluation }: { evaluation: Evaluation }) {
  const t = useTranslations("models.version");
  const figures = useFigures();
  if (evaluation.roc.length === 0) return null;
  const isBinary = evaluation.classes.length === 2;
  const chosen = evaluation.atThreshold?.threshold ?? null;
  const curves = evaluation.roc.map(({ classIndex, points }) => {
    const className = evaluation.classes[classIndex] ?? `${classIndex}`;
    const drawn = thinPoints(points, drawnPoints);
    const name = !isBinary
      ? t("rocClass", { name: className })
      : chosen === null
        ? className
        : t("rocChosen", { name: className, threshold: figures.figure(chosen) });
    return {
      key: `${classIndex}`,
      name,
      points,
      falsePositiveRate: drawn.map((point) => point.falsePositiveRate),
      truePositiveRate: drawn.map((point) => point.truePositiveRate),
      ...(chosen === null ? {} : { operatingPoint: pointAt(points, chosen) ?? undefined }),
    };
  });
  const half = isBinary ? pointAt(evaluation.roc[0]?.points ?? [], 0.5) : null;
  const marked = half
    ? [{ key: "half", name: t("rocHalf"), falsePositiveRate: [], truePositiveRate: [], operatingPoint: half }]
    : [];
  const summary = curves.map(({ name, points }) => {
    const sensitivity = sensitivityAt(points, 0.1);
    return t("rocSummary", { name, falseAlarms: figures.share(0.1), sensitivity: figures.figure(sensitivity) });
  });
  return (
    <Card className="min-w-0">
      <CardHeader title={t("roc")} description={t("rocHelp")} />
      <RocChart
        curves={[...curves, ...marked]}
        xLabel={t("rocX")}
        yLabel={t("rocY")}
        chanceLabel={t("rocChance")}
        label={summary.join(" ")}
      />
      <Table className="mt-4">
        <caption className="sr-only">{t("roc")}</caption>
        <thead>
          <tr>
            <TableHead>{t("rocX")}</TableHead>
            {curves.map((curve) => (
              <TableHead key={curve.key}>
                {t("rocY")}
                {isBinary ? "" : ` · ${curve.name}`}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableFalseAlarms.map((rate) => (
            <TableRow key={rate}>
              <TableCell className="tabular py-1.5">{figures.share(rate)}</TableCell>
              {curves.map((curve) => (
                <TableCell key={curve.key} className="tabular py-1.5">
                  {figures.figure(sensitivityAt(curve.points, rate))}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Best sensitivity at no more than that share of false alarms. */
function sensitivityAt(points: Evaluation["roc"][number]["points"], falseAlarms: number): number {
  return Math.max(0, ...points.filter((p) => p.falsePositiveRate <= falseAlarms).map((p) => p.truePositiveRate));
}
