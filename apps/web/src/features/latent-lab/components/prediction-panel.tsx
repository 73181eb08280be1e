"use client";

import { Select } from "@diaphane/ui";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LabModel } from "../state/lab-model.ts";
import type { LabAction } from "../state/lab-reducer.ts";
import type { Explanation } from "../use-explanation.ts";
import { LabTerm } from "./lab-term.tsx";
import { PredictionAnnouncer } from "./prediction-announcer.tsx";
import { ProbabilityMeter } from "./probability-meter.tsx";
import { useLabFormat } from "./use-lab-format.ts";

export interface PredictionPanelProps {
  model: LabModel;
  explanation: Explanation;
  dispatch: (action: LabAction) => void;
}

/** What the model predicts for one class, before and after the sliders. */
export function PredictionPanel({ model, explanation, dispatch }: PredictionPanelProps) {
  const t = useTranslations("lab.prediction");
  const format = useLabFormat();
  const { before, after, threshold, classIndex, className } = explanation;
  const hasFlipped = threshold !== null && before.probability >= threshold !== after.probability >= threshold;
  return (
    <section aria-labelledby="lab-prediction" className="flex min-w-0 flex-col gap-2">
      <h2 id="lab-prediction" className="text-[0.8125rem] text-muted-foreground">
        {t("title")}
      </h2>
      <Select
        aria-label={t("class")}
        value={String(classIndex)}
        onValueChange={(value) => dispatch({ type: "classPicked", classIndex: Number(value) })}
        options={model.classes.map((name, index) => ({ value: String(index), label: name }))}
      />
      <p className="tabular flex items-baseline gap-2 text-3xl font-semibold whitespace-nowrap">
        <span className="text-muted-foreground" data-testid="lab-probability-before">
          {format.probability(before.probability)}
        </span>
        <ArrowRight aria-label={t("to")} className="size-5 self-center text-muted-foreground" />
        <output data-testid="lab-probability">{format.probability(after.probability)}</output>
      </p>
      <ProbabilityMeter before={before.probability} after={after.probability} threshold={threshold} />
      <p className="text-[0.8125rem] text-muted-foreground">
        {threshold === null
          ? t("severalClasses")
          : t.rich(hasFlipped ? "flipped" : "flipsAt", {
              threshold: format.plain(threshold, 2),
              name: className,
              term: (text) => <LabTerm name="threshold">{text}</LabTerm>,
              strong: (text) => <strong className="text-warning">{text}</strong>,
            })}
      </p>
      <PredictionAnnouncer className={className} probability={after.probability} />
    </section>
  );
}
