"use client";

import { Button, Progress, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFigures } from "../../models/figures/use-figures.ts";
import type { Latency } from "./measure-latency.ts";
import { type MeasuredModel, useLatencies } from "./use-latencies.ts";

/** A model beside others; figures are written out already, null where nobody measured them. */
export interface SizeRow extends MeasuredModel {
  slug: string;
  isThis: boolean;
  auroc: string | null;
  worst: string | null;
  parameters: string;
  bytes: string;
}

/** Models of several sizes beside one another, and a button that measures them here. */
export function SizesTable({ rows }: { rows: readonly SizeRow[] }) {
  const t = useTranslations("gallery.sizes");
  const { found, progress, measure, cancel } = useLatencies(rows);
  const isMeasured = Object.keys(found).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <Table className="tabular">
        <thead>
          <tr>
            <TableHead>{t("model")}</TableHead>
            <TableHead>{t("auroc")}</TableHead>
            <TableHead>{t("worst")}</TableHead>
            <TableHead>{t("parameters")}</TableHead>
            <TableHead>{t("bytes")}</TableHead>
            <TableHead>{t("latency")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell>
                {row.isThis ? (
                  <strong className="font-semibold">{row.name}</strong>
                ) : (
                  <Link href={`/models/${row.slug}`} className="text-primary underline underline-offset-4">
                    {row.name}
                  </Link>
                )}
              </TableCell>
              <TableCell>{row.auroc ?? t("notMeasured")}</TableCell>
              <TableCell>{row.worst ?? t("notMeasured")}</TableCell>
              <TableCell>{row.parameters}</TableCell>
              <TableCell>{row.bytes}</TableCell>
              <TableCell data-testid="latency">
                <LatencyCell latency={found[row.id]} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {progress ? (
        <Progress
          value={progress.done / progress.all}
          label={t("progress", { name: progress.name })}
          detail={t("detail", { done: progress.done, all: progress.all })}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        {progress ? (
          <Button variant="secondary" size="small" onClick={cancel}>
            {t("cancel")}
          </Button>
        ) : (
          <Button variant="secondary" size="small" onClick={() => void measure()}>
            {isMeasured ? t("again") : t("measure")}
          </Button>
        )}
        <p className="max-w-[70ch] text-sm text-muted-foreground">{t("explained")}</p>
      </div>
    </div>
  );
}

function LatencyCell({ latency }: { latency: Latency | "failed" | undefined }) {
  const t = useTranslations("gallery.sizes");
  const engines = useTranslations("lab.engine");
  const { figure } = useFigures();
  if (latency === undefined) return t("notMeasured");
  if (latency === "failed") return t("failed");
  const { median, low, high, engine, runs } = latency;
  return (
    <>
      {t("result", { median: figure(median), low: figure(low), high: figure(high) })}
      <span className="block text-xs text-muted-foreground">{t("engine", { engine: engines(engine), runs })}</span>
    </>
  );
}
