import { type TrainingConfig, withLabelledRows } from "@diaphane/model/config";
import type { TrainingSettings } from "./training-settings.ts";

type ObjectiveTerm = TrainingConfig["objective"][number];

/** The configuration that the settings describe; `base` gives what the form does not ask (classes, channels, size, masks and boxes, the model to start from). */
export function configOf(settings: TrainingSettings, base: TrainingConfig): TrainingConfig {
  const { latentDim, attentionMaps, likelihood } = settings;
  const { patienceEpochs: _patience, labelledShare: _share, ...kept } = base;
  const heads = headTerms(settings, base);
  return withLabelledRows({
    ...kept,
    model: { ...base.model, latentDim, attentionMaps, likelihood },
    objective: [
      { kind: "reconstruction", weight: settings.reconstructionWeight },
      ...limitTerms(settings),
      ...heads,
      ...partTerms(settings),
      ...alignmentTerms(settings),
      ...(base.model.classes.length === 0 ? [] : consistencyTerms(settings)),
    ],
    erasing: erasingOf(settings),
    augmentation: {
      shiftPixels: settings.shift,
      rotationDegrees: settings.rotation,
      scale: settings.scale,
      brightness: settings.brightness,
    },
    ...(settings.labelledShare === 0 ? {} : { labelledShare: settings.labelledShare }),
    epochs: settings.epochs,
    ...(settings.patience === 0 ? {} : { patienceEpochs: settings.patience }),
    batchSize: settings.batchSize,
    learningRate: settings.learningRate,
    weightDecay: settings.weightDecay,
    warmupShare: settings.warmupShare,
    averageDecay: settings.averageDecay,
    clipNorm: settings.clipNorm,
    // The gradient is clipped on the scale of the largest head, so that the bound means the same for any weight.
    lossScale: Math.max(1, ...heads.map((term) => ("weight" in term ? term.weight : 0))),
    ...(base.transfer ? { transfer: { ...base.transfer, loadedRate: settings.loadedRate } } : {}),
  });
}

function limitTerms(settings: TrainingSettings): ObjectiveTerm[] {
  const { divergence, capacity, gamma, rampShare, beta, decomposed } = settings;
  if (divergence === "capacity") return [{ kind: "capacity", gamma, capacity, rampShare }];
  // β of 0 says nothing beside the three parts, which limit the code by themselves.
  return decomposed && beta === 0 ? [] : [{ kind: "beta", beta }];
}

function partTerms({ decomposed, ...settings }: TrainingSettings): ObjectiveTerm[] {
  const { mutualInformation, totalCorrelation, dimensionWise } = settings;
  return decomposed ? [{ kind: "total-correlation", mutualInformation, totalCorrelation, dimensionWise }] : [];
}

function headTerms(settings: TrainingSettings, { model }: TrainingConfig): ObjectiveTerm[] {
  const terms: ObjectiveTerm[] = [];
  if (model.classes.length > 0) terms.push(classificationOf(settings));
  if (model.maskClasses.length > 0) {
    terms.push({ kind: "segmentation", weight: settings.maskWeight, diceWeight: settings.diceWeight });
  }
  if (model.boxClasses.length > 0) {
    const { boxWeight, boxSizeWeight, boxOffsetWeight } = settings;
    terms.push({ kind: "detection", weight: boxWeight, sizeWeight: boxSizeWeight, offsetWeight: boxOffsetWeight });
  }
  return terms;
}

function classificationOf(settings: TrainingSettings): ObjectiveTerm {
  const { groupBy, groupWeighting, groupWeights, classWeighting, classWeights } = settings;
  const grouped = {
    groupBy,
    ...(groupWeighting === "none" ? {} : { groupWeights: groupWeighting === "own" ? groupWeights : groupWeighting }),
    ...(settings.groupDro ? { groupDro: { stepSize: settings.groupDroStep } } : {}),
  };
  return {
    kind: "classification",
    weight: settings.classificationWeight,
    labelSmoothing: settings.labelSmoothing,
    classWeights: classWeighting === "own" ? classWeights : classWeighting,
    ...(groupBy === "" ? {} : grouped),
  };
}

function alignmentTerms({ aligned, alignmentWeight, alignmentDelta }: TrainingSettings): ObjectiveTerm[] {
  if (aligned.length === 0) return [];
  return [{ kind: "alignment", weight: alignmentWeight, delta: alignmentDelta, attributes: aligned }];
}

function consistencyTerms(settings: TrainingSettings): ObjectiveTerm[] {
  const { semi, confidence, temperature, mixingAlpha } = settings;
  const shared = {
    kind: "consistency",
    weight: settings.consistencyWeight,
    rampShare: settings.consistencyRamp,
  } as const;
  const strong = {
    contrast: settings.strongContrast,
    brightness: settings.strongBrightness,
    erasing: settings.strongErasing,
  };
  switch (semi) {
    case "none":
      return [];
    case "mean-teacher":
      return [{ ...shared, method: semi, strong }];
    case "fixmatch":
      return [{ ...shared, method: semi, strong, confidence }];
    case "mixmatch":
      return [{ ...shared, method: semi, temperature, mixingAlpha }];
  }
}

function erasingOf(settings: TrainingSettings): TrainingConfig["erasing"] {
  if (settings.erasing === "rectangle") {
    return {
      kind: "rectangle",
      probability: settings.erasingProbability,
      area: [settings.erasingAreaLeast, settings.erasingAreaMost],
      aspect: [settings.erasingAspectLeast, settings.erasingAspectMost],
    };
  }
  if (settings.erasing === "patches") {
    return { kind: "patches", ratio: settings.erasingRatio, patchSize: settings.patchSize };
  }
  return { kind: "none" };
}
