"use client";

import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CompareCheckbox } from "@/features/comparison/select/compare-checkbox.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useFigures } from "../figures/use-figures.ts";
import { readMetrics } from "../read-metrics.ts";
import { ReleaseBadge } from "../version/release-badge.tsx";

export interface VersionTableProps {
  group: string;
  modelId: string;
  versions: RouterOutputs["model"]["get"]["versions"];
}

/** All versions of one model, newest first. */
export function VersionTable({ group, modelId, versions }: VersionTableProps) {
  const t = useTranslations("models");
  const compare = useTranslations("comparison.select");
  const figures = useFigures();
  return (
    <Table>
      <caption className="sr-only">{t("model.versions")}</caption>
      <thead>
        <tr>
          <TableHead>
            <span className="sr-only">{compare("column")}</span>
          </TableHead>
          <TableHead>{t("model.versions")}</TableHead>
          <TableHead>{t("list.state")}</TableHead>
          <TableHead>{t("list.auc")}</TableHead>
          <TableHead>{t("list.size")}</TableHead>
          <TableHead>{t("list.trained")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("model.openLab")}</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => {
          const href = `/g/${group}/models/${modelId}/versions/${version.number}`;
          const test = readMetrics(version.metrics)?.test;
          return (
            <TableRow key={version.id}>
              <TableCell className="w-8 pr-0">
                {version.run ? (
                  <CompareCheckbox runId={version.run.id} name={t("model.version", { number: version.number })} />
                ) : null}
              </TableCell>
              <TableCell>
                <Link
                  href={href}
                  className="font-medium whitespace-nowrap text-primary underline-offset-4 hover:underline"
                >
                  {t("model.version", { number: version.number })}
                </Link>
              </TableCell>
              <TableCell>
                <ReleaseBadge state={version.state} />
              </TableCell>
              <TableCell className="tabular whitespace-nowrap">
                {test?.auc ? figures.interval(test.auc.value, test.auc.interval) : t("list.notMeasured")}
              </TableCell>
              <TableCell className="tabular whitespace-nowrap">
                {version.size} · {figures.bytes(version.bundleSizeBytes)}
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                <RelativeTime date={version.createdAt} />
              </TableCell>
              <TableCell className="text-right">
                <Link
                  href={`${href}/lab`}
                  className="whitespace-nowrap text-primary underline-offset-4 hover:underline"
                >
                  {t("model.openLab")}
                </Link>
              </TableCell>
            </TableRow>
          );
        })}
      </tbody>
    </Table>
  );
}
