import { defaultConsistency, defaultErasing, type TrainingConfig } from "@diaphane/model/config";
import type { TrainingSettings } from "./training-settings.ts";

type ObjectiveTerm = TrainingConfig["objective"][number];
type Kind = ObjectiveTerm["kind"];

/**
 * Reads the flat settings off a configuration; what it does not use gets a value that would be a sensible start. Where neither
 * capacity nor β limits the code, β is 0.
 */
export function settingsOf(config: TrainingConfig, seed: number): TrainingSettings {
  const { model, augmentation } = config;
  return {
    ...{ epochs: config.epochs, patience: config.patienceEpochs ?? 0, seed, batchSize: config.batchSize },
    ...{ learningRate: config.learningRate, loadedRate: config.transfer?.loadedRate ?? 1 },
    ...{ warmupShare: config.warmupShare, weightDecay: config.weightDecay },
    ...{ averageDecay: config.averageDecay, clipNorm: config.clipNorm },
    ...{ latentDim: model.latentDim, attentionMaps: model.attentionMaps, likelihood: model.likelihood },
    ...limitsOf(config),
    reconstructionWeight: termOf(config, "reconstruction")?.weight ?? 0,
    ...labelsOf(config),
    ...targetsOf(config),
    ...alignmentOf(config),
    ...consistencyOf(config),
    ...erasingOf(config),
    ...{ shift: augmentation.shiftPixels, rotation: augmentation.rotationDegrees },
    ...{ scale: augmentation.scale, brightness: augmentation.brightness },
  };
}

function termOf<Wanted extends Kind>(
  { objective }: TrainingConfig,
  kind: Wanted,
): Extract<ObjectiveTerm, { kind: Wanted }> | undefined {
  return objective.find((term): term is Extract<ObjectiveTerm, { kind: Wanted }> => term.kind === kind);
}

function limitsOf(config: TrainingConfig) {
  const capacity = termOf(config, "capacity");
  const beta = termOf(config, "beta");
  const parts = termOf(config, "total-correlation");
  return {
    divergence: capacity === undefined ? ("beta" as const) : ("capacity" as const),
    capacity: capacity?.capacity ?? 25,
    gamma: capacity?.gamma ?? 10,
    rampShare: capacity?.rampShare ?? 0.5,
    beta: beta?.beta ?? (capacity === undefined ? 0 : 4),
    decomposed: parts !== undefined,
    mutualInformation: parts?.mutualInformation ?? 1,
    totalCorrelation: parts?.totalCorrelation ?? 6,
    dimensionWise: parts?.dimensionWise ?? 1,
  };
}

function labelsOf(config: TrainingConfig) {
  const term = termOf(config, "classification");
  const classes = weightingOf(term?.classWeights);
  const groups = weightingOf(term?.groupWeights);
  return {
    classificationWeight: term?.weight ?? 0,
    labelSmoothing: term?.labelSmoothing ?? 0,
    ...{ classWeighting: classes.weighting, classWeights: classes.weights },
    groupBy: term?.groupBy ?? "",
    ...{ groupWeighting: groups.weighting, groupWeights: groups.weights },
    groupDro: term?.groupDro !== undefined,
    groupDroStep: term?.groupDro?.stepSize ?? 0.01,
  };
}

function weightingOf(weights: "none" | "balanced" | number[] = "none") {
  return Array.isArray(weights) ? { weighting: "own" as const, weights } : { weighting: weights, weights: [] };
}

function targetsOf(config: TrainingConfig) {
  const masks = termOf(config, "segmentation");
  const boxes = termOf(config, "detection");
  return {
    ...{ maskWeight: masks?.weight ?? 0, diceWeight: masks?.diceWeight ?? 1 },
    ...{
      boxWeight: boxes?.weight ?? 0,
      boxSizeWeight: boxes?.sizeWeight ?? 1,
      boxOffsetWeight: boxes?.offsetWeight ?? 1,
    },
  };
}

function alignmentOf(config: TrainingConfig) {
  const term = termOf(config, "alignment");
  // As heavy as the class: both tie the code to what is known of an image.
  const weight = termOf(config, "classification")?.weight ?? 1;
  return {
    ...{ aligned: term?.attributes ?? [], alignmentWeight: term?.weight ?? weight, alignmentDelta: term?.delta ?? 1 },
  };
}

function consistencyOf(config: TrainingConfig) {
  const term = termOf(config, "consistency");
  const weight = termOf(config, "classification")?.weight ?? 0;
  const mean = term?.method === "mean-teacher" ? term : defaultConsistency("mean-teacher", weight);
  const fix = term?.method === "fixmatch" ? term : defaultConsistency("fixmatch", weight);
  const mix = term?.method === "mixmatch" ? term : defaultConsistency("mixmatch", weight);
  const { strong } = term?.method === "fixmatch" ? fix : mean;
  return {
    semi: term?.method ?? ("none" as const),
    consistencyWeight: (term ?? mean).weight,
    consistencyRamp: (term ?? mean).rampShare,
    labelledShare: config.labelledShare ?? 0,
    confidence: fix.confidence,
    ...{ temperature: mix.temperature, mixingAlpha: mix.mixingAlpha },
    ...{ strongContrast: strong.contrast, strongBrightness: strong.brightness, strongErasing: strong.erasing },
  };
}

function erasingOf({ erasing, model }: TrainingConfig) {
  const rectangle = erasing.kind === "rectangle" ? erasing : defaultErasing("rectangle", model.inputSize);
  const patches = erasing.kind === "patches" ? erasing : defaultErasing("patches", model.inputSize);
  return {
    erasing: erasing.kind,
    erasingProbability: rectangle.probability,
    ...{ erasingAreaLeast: rectangle.area[0], erasingAreaMost: rectangle.area[1] },
    ...{ erasingAspectLeast: rectangle.aspect[0], erasingAspectMost: rectangle.aspect[1] },
    ...{ erasingRatio: patches.ratio, patchSize: patches.patchSize },
  };
}
