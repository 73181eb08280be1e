"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { ParentLink } from "@/features/models/version/parent-link.tsx";
import type { RunProgress } from "../progress/run-progress.ts";
import { useClock } from "./use-clock.ts";
import { isOver, type Run } from "./use-run-progress.ts";

/** The numbers of a run that are no curve. */
export function RunFacts({ group, run, progress }: { group: string; run: Run; progress: RunProgress }) {
  const t = useTranslations("training.run");
  const figures = useFigures();
  const now = useClock(1000);
  const end = run.finishedAt ?? (isOver(run) ? null : now);
  const elapsed = run.startedAt && end ? Math.max(0, (end.getTime() - run.startedAt.getTime()) / 1000) : null;
  const facts: [string, ReactNode][] = [
    [
      t("dataset"),
      <span key="data" className="flex flex-wrap gap-x-2">
        {(run.sets.length > 0 ? run.sets : [run.datasetVersion]).map(({ id, dataset }) => (
          <Link
            key={id}
            href={`/g/${group}/data/${dataset.id}`}
            className="text-primary underline-offset-4 hover:underline"
          >
            {dataset.name}
          </Link>
        ))}
      </span>,
    ],
    ...(run.parent
      ? [[t("parent"), <ParentLink key="parent" group={group} parent={run.parent} />] satisfies [string, ReactNode]]
      : []),
    [t("elapsed"), elapsed === null ? "–" : figures.duration(elapsed)],
    [t("throughput"), progress.imagesPerSecond === null ? "–" : figures.figure(progress.imagesPerSecond)],
    [
      t("step"),
      progress.totalSteps === null ? "–" : `${figures.count(progress.step)} / ${figures.count(progress.totalSteps)}`,
    ],
    [t("engine"), progress.engine ?? run.engine ?? "–"],
    [t("parameters"), progress.parameterCount === null ? "–" : figures.count(progress.parameterCount)],
    [t("seed"), run.seed],
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-muted-foreground">{name}</dt>
          <dd className="tabular truncate font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
