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
    const hasReading = (name: EpochReading) =>
      progress.epochs.points.some(({ values }) => (values[epochReadings.indexOf(name)] ?? null) !== null);
    return {
      losses: ofStep("total", "reconstruction"),
      classification: ofStep("classification"),
      information: ofStep("kl", "capacity"),
      rate: ofStep("learningRate"),
      validation: ofEpoch("auc", "accuracy"),
      sharpness: ofEpoch("psnr"),
      targets: ofEpoch(...(["dice", "ap50"] as const).filter(hasReading)),
    };
  }, [reading, progress.epochs]);
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
      {curves.targets.length > 0 ? (
        <CurveCard
          title={t("targets")}
          description={t("targetsHelp")}
          curves={curves.targets}
          yDomain={[0, 1]}
          {...epochs}
        />
      ) : null}
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
