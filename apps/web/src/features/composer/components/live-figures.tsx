"use client";

import { Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { EvidenceChart } from "@/features/presets/evidence-chart.tsx";
import type { Measured } from "../engine/protocol.ts";

/** The selection set at this strength, without the preset (hollow) and with it (filled): the task, then every group. */
export function LiveFigures({ measured }: { measured: Measured | null }) {
  const t = useTranslations("composer.figures");
  const { count } = useFigures();
  if (!measured) return <Skeleton className="h-96" />;
  const { before, after, draws } = measured;
  const all = (of: Measured["after"]) => [{ group: ["all"], n: of.n, metrics: of.overall }];
  return (
    <section aria-labelledby="composer-figures" className="flex flex-col gap-4">
      <div>
        <h2 id="composer-figures" className="text-base font-semibold">
          {t("title")}
        </h2>
        <p className="text-[0.8125rem] text-muted-foreground">{t("lead", { draws: count(draws) })}</p>
      </div>
      {after.performance.map((grouping, index) => (
        <WorstCell
          key={grouping.attributes.join()}
          attribute={grouping.attributes.join(" × ")}
          before={before.performance[index]?.worstCell ?? null}
          after={grouping.worstCell}
        />
      ))}
      <EvidenceChart title={t("task")} before={all(before)} after={all(after)} first="auroc" />
      {after.performance.map((grouping, index) => (
        <EvidenceChart
          key={grouping.attributes.join()}
          title={grouping.attributes.join(" × ")}
          before={before.performance[index]?.groups ?? []}
          after={grouping.groups}
        />
      ))}
      {after.performance.map((grouping, index) => (
        <EvidenceChart
          key={grouping.attributes.join()}
          title={t("calibration", { attribute: grouping.attributes.join(" × ") })}
          before={before.performance[index]?.groups ?? []}
          after={grouping.groups}
          first="ece"
        />
      ))}
    </section>
  );
}

type Worst = Measured["after"]["performance"][number]["worstCell"];

/** What the strength is suggested by, in words. */
function WorstCell({ attribute, before, after }: { attribute: string; before: Worst; after: Worst }) {
  const t = useTranslations("composer.figures");
  const { interval } = useFigures();
  const said = (worst: Worst) =>
    worst
      ? t("cell", {
          ...{ label: worst.label, value: worst.group.map((value) => value ?? t("unknown")).join(" · "), n: worst.n },
          accuracy: interval(worst.accuracy.value, worst.accuracy.interval),
        })
      : t("noCell");
  return (
    <dl className="tabular rounded-lg border border-border bg-card px-4 py-3 text-sm" data-testid="composer-worst">
      <dt className="mb-1 font-medium">{t("worst", { attribute })}</dt>
      <dd>{t("without", { said: said(before) })}</dd>
      <dd>{t("with", { said: said(after) })}</dd>
    </dl>
  );
}
