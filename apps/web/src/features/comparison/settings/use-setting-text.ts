"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { FieldName } from "@/features/training/form/field-groups.ts";
import type { SettingValue } from "./flatten-settings.ts";

/** The settings that the training form has a name for. */
const formNames: Readonly<Record<string, FieldName>> = {
  epochs: "epochs",
  seed: "seed",
  batchSize: "batchSize",
  learningRate: "learningRate",
  warmupShare: "warmupShare",
  weightDecay: "weightDecay",
  averageDecay: "averageDecay",
  clipNorm: "clipNorm",
  "model.latentDim": "latentDim",
  "model.attentionMaps": "attentionMaps",
  "model.likelihood": "likelihood",
  "objective.capacity.capacity": "capacity",
  "objective.capacity.gamma": "gamma",
  "objective.capacity.rampShare": "rampShare",
  "objective.beta.beta": "beta",
  "objective.reconstruction.weight": "reconstructionWeight",
  "objective.classification.weight": "classificationWeight",
  "objective.classification.labelSmoothing": "labelSmoothing",
  "objective.total-correlation.mutualInformation": "mutualInformation",
  "objective.total-correlation.totalCorrelation": "totalCorrelation",
  "objective.total-correlation.dimensionWise": "dimensionWise",
  "objective.classification.groupBy": "groupBy",
  "objective.segmentation.weight": "maskWeight",
  "objective.segmentation.diceWeight": "diceWeight",
  "objective.detection.weight": "boxWeight",
  "objective.detection.sizeWeight": "boxSizeWeight",
  "objective.detection.offsetWeight": "boxOffsetWeight",
  "objective.alignment.weight": "alignmentWeight",
  "objective.alignment.delta": "alignmentDelta",
  "objective.consistency.method": "semi",
  "objective.consistency.weight": "consistencyWeight",
  "objective.consistency.rampShare": "consistencyRamp",
  "objective.consistency.confidence": "confidence",
  "objective.consistency.temperature": "temperature",
  "objective.consistency.mixingAlpha": "mixingAlpha",
  "objective.consistency.strong.contrast": "strongContrast",
  "objective.consistency.strong.brightness": "strongBrightness",
  labelledShare: "labelledShare",
  patienceEpochs: "patience",
  "transfer.loadedRate": "loadedRate",
  "erasing.kind": "erasing",
  "erasing.probability": "erasingProbability",
  "erasing.ratio": "erasingRatio",
  "erasing.patchSize": "patchSize",
  "augmentation.shiftPixels": "shift",
  "augmentation.rotationDegrees": "rotation",
  "augmentation.scale": "scale",
  "augmentation.brightness": "brightness",
};

const ownNames = {
  data: "data",
  "model.size": "size",
  "model.inputSize": "inputSize",
  "model.channels": "channels",
  "model.classes": "classes",
  "objective.classification.classWeights": "classWeights",
  lossScale: "lossScale",
} as const;

const choices = ["gaussian", "bernoulli", "none", "rectangle", "patches", "balanced"] as const;

/** Names and values of settings in the reader's language; one that has no name goes by where it stands. */
export function useSettingText() {
  const t = useTranslations("comparison.setting");
  const field = useTranslations("training.field");
  const option = useTranslations("training.option");
  const figures = useFigures();
  return useMemo(() => {
    const number = new Intl.NumberFormat(figures.locale, { maximumSignificantDigits: 6, useGrouping: false });
    function name(path: string): string {
      const known = formNames[path];
      if (known) return field(`${known}.label`);
      return isOwnName(path) ? t(ownNames[path]) : path;
    }
    function value(of: SettingValue | undefined): string {
      if (of === undefined) return "–";
      if (typeof of === "number") return number.format(of);
      if (typeof of === "boolean") return t(of ? "yes" : "no");
      const choice = choices.find((known) => known === of);
      return choice ? t(choice) : of;
    }
    /** Both in a word or two: a size speaks for itself. */
    function label(path: string, of: SettingValue): string {
      if (path === "model.size") return value(of);
      return `${path === "objective.capacity.capacity" ? option("capacity") : name(path)} ${value(of)}`;
    }
    return { name, value, label };
  }, [t, field, option, figures.locale]);
}

function isOwnName(path: string): path is keyof typeof ownNames {
  return Object.hasOwn(ownNames, path);
}
