"use client";

import type { Grouping } from "@diaphane/model/bias";
import { Badge, IntervalChart, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { FigureCard } from "./figure-card.tsx";
import { type FigureName, wholeFigures, worstFirst } from "./group-figures.ts";
import { SeeImages } from "./images/see-images.tsx";
import { useGroupName } from "./use-group-name.ts";

/** Groups of one attribute by a figure, with intervals, sorted, the worst marked. */
export function GroupChart({ grouping }: { grouping: Grouping }) {
  const t = useTranslations("bias");
  const figures = useFigures();
  const nameOf = useGroupName();
  const available = wholeFigures.filter((name) => grouping.groups.some(({ metrics }) => metrics[name]));
  const [chosen, setChosen] = useState<FigureName>("auroc");
  const figure = available.includes(chosen) ? chosen : (available[0] ?? "accuracy");
  const groups = worstFirst(grouping.groups, figure);
  const counted = groups.filter(({ metrics }) => metrics[figure]).length;
  const attribute = grouping.attributes.join(" × ");
  return (
    <FigureCard
      figure={{ kind: "groups", attribute }}
      title={t("groups.by", { attribute })}
      description={t("groups.lead")}
      action={
        <Select
          aria-label={t("metrics.name")}
          className="w-56 max-w-1/2 shrink-0"
          value={figure}
          onValueChange={setChosen}
          options={available.map((value) => ({ value, label: t(`metrics.${value}`) }))}
        />
      }
    >
      <IntervalChart
        locale={figures.locale}
        label={t("groups.by", { attribute })}
        rows={groups.map(({ group, n, metrics }, index) => {
          const estimate = metrics[figure];
          const isWorst = index === 0 && counted > 1;
          return {
            key: nameOf(group),
            name: (
              <>
                {nameOf(group)} {isWorst ? <Badge tone="warning">{t("report.worst")}</Badge> : null}
              </>
            ),
            colour: isWorst ? "var(--warning)" : "var(--primary)",
            main: estimate ? { key: figure, ...estimate } : null,
            text: (
              <>
                {estimate ? figures.interval(estimate.value, estimate.interval) : t("report.notEnough")} ·{" "}
                {t("report.n", { n })}{" "}
                <SeeImages
                  subset={{ kind: "group", attributes: grouping.attributes, group }}
                  n={n}
                  name={`${attribute}: ${nameOf(group)}`}
                />
              </>
            ),
          };
        })}
      />
    </FigureCard>
  );
}
