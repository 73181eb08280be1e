"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { useClock } from "@/features/training/run/use-clock.ts";
import { type ComparedRun, isActive } from "./compared-run.ts";
import { meanThroughput } from "./mean-throughput.ts";
import { RunColumns } from "./run-columns.tsx";

/** What each run cost and what its model costs to use. */
export function CostTable({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const version = useTranslations("models.version");
  const training = useTranslations("training.run");
  const figures = useFigures();
  const now = useClock(1000);
  const secondsOf = ({ run }: ComparedRun) => {
    const end = run.finishedAt ?? (isActive(run) ? now : null);
    return run.startedAt && end ? Math.max(0, (end.getTime() - run.startedAt.getTime()) / 1000) : null;
  };
  const shown = <Value,>(value: Value | null | undefined, format: (value: Value) => string) =>
    value === null || value === undefined ? "–" : format(value);
  const rows: [string, (run: ComparedRun) => string][] = [
    [
      version("parameters"),
      ({ run, progress }) => shown(run.modelVersion?.parameterCount ?? progress?.parameterCount, figures.count),
    ],
    [version("multiplyAdds"), ({ run }) => shown(run.modelVersion?.multiplyAdds, figures.compact)],
    [version("bundle"), ({ run }) => shown(run.modelVersion?.bundleSizeBytes, figures.bytes)],
    [version("time"), (run) => shown(secondsOf(run), figures.duration)],
    [training("throughput"), ({ progress }) => shown(progress && meanThroughput(progress), figures.figure)],
    [version("engine"), ({ run }) => run.engine ?? "–"],
    [version("code"), ({ run }) => run.codeVersion ?? "–"],
  ];
  return (
    <Card className="min-w-0">
      <CardHeader title={t("cost")} description={t("costHelp")} />
      <RunColumns
        caption={t("cost")}
        corner={t("costName")}
        runs={runs}
        rows={rows.map(([name, cell]) => ({ key: name, head: name, cell }))}
      />
    </Card>
  );
}
