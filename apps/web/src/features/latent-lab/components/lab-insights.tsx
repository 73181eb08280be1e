"use client";

import { Button } from "@diaphane/ui";
import { ChevronDown, Eye, Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { CounterfactualPanel } from "../counterfactual/counterfactual-panel.tsx";
import type { LabEngine } from "../engine/engine-client.ts";
import { ExplanationRow } from "../explanations/explanation-row.tsx";
import { decisionOf } from "../state/decision.ts";
import { explainScore, scoreHead } from "../state/prediction.ts";
import type { Lab, Shown } from "../use-lab.ts";

type Insight = "explanations" | "counterfactual";
const insights: readonly Insight[] = ["explanations", "counterfactual"];
const icons = { explanations: Eye, counterfactual: Shuffle };

export interface LabInsightsProps {
  engine: LabEngine;
  lab: Lab;
  shown: Shown;
  classIndex: number;
  checksUrl: string | null;
}

/** What takes the device a while, and so is made when it is asked for: where the image decides, and what would turn the decision. */
export function LabInsights({ engine, lab, shown, classIndex, checksUrl }: LabInsightsProps) {
  const t = useTranslations("lab");
  const [open, setOpen] = useState<Insight | null>(null);
  const { model } = engine;
  const { mu } = shown.encoding;
  const own = useMemo(() => {
    const score = scoreHead(model, classIndex);
    const rival = model.classes.length === 2 ? 1 - classIndex : null;
    return { contrast: { classIndex, rival }, sum: explainScore(score, model, mu) };
  }, [model, classIndex, mu]);
  const decision = useMemo(() => decisionOf(model, classIndex, mu), [model, classIndex, mu]);
  const name = model.classes[classIndex] ?? "";
  const shared = { engine, shown, quietly: lab.quietly };
  return (
    <section aria-label={t("insights")} className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {insights.map((insight) => {
          const Icon = icons[insight];
          return (
            <Button
              key={insight}
              variant="secondary"
              aria-expanded={open === insight}
              aria-controls={`lab-${insight}`}
              data-testid={`lab-open-${insight}`}
              onClick={() => setOpen(open === insight ? null : insight)}
            >
              <Icon aria-hidden />
              {t(`${insight}.title`)}
              <ChevronDown aria-hidden className={open === insight ? "rotate-180" : ""} />
            </Button>
          );
        })}
      </div>
      {insights.map((insight) => (
        <div
          key={insight}
          id={`lab-${insight}`}
          hidden={open !== insight}
          className="dark rounded-xl bg-image-surround p-4 text-foreground"
        >
          {open !== insight ? null : insight === "explanations" ? (
            <ExplanationRow {...shared} {...own} className={name} checksUrl={checksUrl} />
          ) : (
            <CounterfactualPanel {...shared} decision={decision} dispatch={lab.dispatch} />
          )}
        </div>
      ))}
    </section>
  );
}
