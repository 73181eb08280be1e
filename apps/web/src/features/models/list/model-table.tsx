"use client";

import { Badge, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { readMetrics } from "@/features/models/read-metrics.ts";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { ReleaseBadge } from "../version/release-badge.tsx";

type Models = RouterOutputs["model"]["list"];

/** The group's models with the key figure of their newest version. */
export function ModelTable({ group, models }: { group: string; models: Models }) {
  const t = useTranslations("models.list");
  return (
    <Table>
      <caption className="sr-only">{t("modelsTitle")}</caption>
      <thead>
        <tr>
          <TableHead>{t("name")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead>{t("auc")}</TableHead>
          <TableHead>{t("size")}</TableHead>
          <TableHead>{t("versions")}</TableHead>
          <TableHead>{t("trained")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <TableRow key={model.id}>
            <TableCell className="max-w-80">
              <Link
                href={`/g/${group}/models/${model.id}`}
                className="font-medium break-words text-primary underline-offset-4 hover:underline"
              >
                {model.name}
              </Link>
            </TableCell>
            <LatestCells version={model.latestVersion} />
            <TableCell>{model.counts.versions}</TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground">
              {model.latestVersion ? <RelativeTime date={model.latestVersion.createdAt} /> : "–"}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function LatestCells({ version }: { version: Models[number]["latestVersion"] }) {
  const t = useTranslations("models.list");
  const figures = useFigures();
  if (!version) {
    return (
      <TableCell colSpan={3} className="text-muted-foreground">
        <Badge>{t("noVersion")}</Badge>
      </TableCell>
    );
  }
  const test = readMetrics(version.metrics)?.test;
  return (
    <>
      <TableCell>
        <ReleaseBadge state={version.state} />
      </TableCell>
      <TableCell className="tabular whitespace-nowrap">
        {test?.auc ? (
          <>
            {figures.interval(test.auc.value, test.auc.interval)}{" "}
            <span className="text-muted-foreground">n = {figures.count(test.labelled)}</span>
          </>
        ) : (
          <span className="text-muted-foreground">{t("notMeasured")}</span>
        )}
      </TableCell>
      <TableCell className="tabular whitespace-nowrap">
        {version.size} · {figures.bytes(version.bundleSizeBytes)}
      </TableCell>
    </>
  );
}
