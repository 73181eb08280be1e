"use client";

import type { Evaluation } from "@diaphane/model/config";
import { Card, CardHeader, ConfusionMatrix, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigures } from "../figures/use-figures.ts";

/** What was against what the model said, at the chosen threshold or at 0.5. */
export function ConfusionCard({ evaluation }: { evaluation: Evaluation }) {
  const t = useTranslations("models.version");
  const figures = useFigures();
  const [rule, setRule] = useState<"atThreshold" | "atHalf">("atThreshold");
  const decision = evaluation[rule] ?? evaluation.atHalf;
  if (!decision) return null;
  const { atThreshold, atHalf } = evaluation;
  return (
    <Card className="min-w-0">
      <CardHeader title={t("confusion")} description={t("confusionHelp")} />
      {atThreshold?.threshold && atHalf ? (
        <div className="mb-4 flex items-center gap-3 text-sm">
          {t("confusionAt")}
          <Segmented
            aria-label={t("confusionAt")}
            options={[
              { value: "atThreshold", label: figures.figure(atThreshold.threshold) },
              { value: "atHalf", label: "0.5" },
            ]}
            value={rule}
            onValueChange={setRule}
          />
        </div>
      ) : null}
      <ConfusionMatrix
        classes={evaluation.classes}
        counts={decision.confusion}
        caption={t("confusion")}
        trueLabel={t("true")}
        predictedLabel={t("predicted")}
        formatCount={figures.count}
        formatShare={figures.share}
      />
    </Card>
  );
}
