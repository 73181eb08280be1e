"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import {
  type EpochReading,
  epochReadings,
  type RunProgress,
  type StepReading,
  stepReadings,
} from "../progress/run-progress.ts";
import { type Curve, CurveCard } from "./curve-card.tsx";

/** All curves of a run. */
export function RunCurves({ progress }: { progress: RunProgress }) {
  const t = useTranslations("training.run");
  const reading = useTranslations("training.reading");
  const curves = useMemo(() => {
    const ofStep = (...names: StepReading[]): Curve[] =>
      names.map((name) => ({ key: name, name: reading(name), index: stepReadings.indexOf(name) }));
    const ofEpoch = (...names: EpochReading[]): Curve[] =>
      names.map((name) => ({ key: name, name: reading(name), index: epochReadings.indexOf(name) }));
    return {
      losses: ofStep("total", "reconstruction"),
      classification: ofStep("classification"),
      information: ofStep("kl", "capacity"),
      rate: ofStep("learningRate"),
      validation: ofEpoch("auc", "accuracy"),
      sharpness: ofEpoch("psnr"),
    };
  }, [reading]);
  const [steps, epochs] = [
    { series: progress.steps, xLabel: reading("step") },
    { series: progress.epochs, xLabel: reading("epoch") },
  ];
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <CurveCard
        title={t("validation")}
        description={t("validationHelp")}
        curves={curves.validation}
        yDomain={[0, 1]}
        {...epochs}
      />
      <CurveCard
        title={t("sharpness")}
        description={t("sharpnessHelp")}
        curves={curves.sharpness}
        yLabel="dB"
        {...epochs}
      />
      <CurveCard title={t("losses")} description={t("lossesHelp")} curves={curves.losses} {...steps} />
      <CurveCard
        title={t("crossEntropy")}
        description={t("crossEntropyHelp")}
        curves={curves.classification}
        {...steps}
      />
      <CurveCard
        title={t("information")}
        description={t("informationHelp")}
        curves={curves.information}
        yLabel={reading("nats")}
        {...steps}
      />
      <CurveCard title={t("rate")} description={t("rateHelp")} curves={curves.rate} {...steps} />
    </div>
  );
}
