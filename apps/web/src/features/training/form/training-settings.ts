import type { TrainingConfig } from "@diaphane/model/config";
import { z } from "zod";

/** A number between two bounds; messages are keys of the form's texts, with the bound behind a colon. */
function bounded(min: number, max: number) {
  return z
    .number({ error: "number" })
    .min(min, { error: `min:${min}` })
    .max(max, { error: `max:${max}` });
}

function whole(min: number, max: number) {
  return bounded(min, max).refine(Number.isInteger, { error: "integer" });
}

/** Every setting of a training as one flat record, which is what a form of many small fields wants. */
export const trainingSettings = z.object({
  epochs: whole(1, 10_000),
  seed: whole(0, 2_147_483_647),
  batchSize: whole(2, 4096),
  learningRate: bounded(0.000_001, 1),
  warmupShare: bounded(0, 1),
  weightDecay: bounded(0, 1),
  averageDecay: bounded(0, 0.9999),
  clipNorm: bounded(0.001, 1_000_000),
  latentDim: whole(1, 256),
  attentionMaps: whole(1, 32),
  likelihood: z.enum(["gaussian", "bernoulli"], { error: "invalid" }),
  divergence: z.enum(["capacity", "beta"], { error: "invalid" }),
  capacity: bounded(0, 1000),
  gamma: bounded(0, 100_000),
  rampShare: bounded(0, 1),
  beta: bounded(0, 10_000),
  reconstructionWeight: bounded(0, 1000),
  classificationWeight: bounded(0, 1_000_000),
  labelSmoothing: bounded(0, 0.5),
  balanced: z.boolean(),
  erasing: z.enum(["none", "rectangle", "patches"], { error: "invalid" }),
  erasingProbability: bounded(0, 1),
  erasingRatio: bounded(0, 1),
  shift: bounded(0, 32),
  rotation: bounded(0, 180),
  scale: bounded(0, 0.5),
  brightness: bounded(0, 1),
});

export type TrainingSettings = z.infer<typeof trainingSettings>;
export type SettingName = keyof TrainingSettings;

/** Rectangles of .02–.4 of the image, sides 0.3–3.3 (Zhong et al. 2020); squares of 4 pixels. */
const rectangleShape = { area: [0.02, 0.4], aspect: [0.3, 3.3] } satisfies Record<string, [number, number]>;
const patchSize = 4;

type ObjectiveTerm = TrainingConfig["objective"][number];

/** The kinds of terms that the form has fields for. */
const formKinds: readonly ObjectiveTerm["kind"][] = ["reconstruction", "capacity", "beta", "classification"];

/** These come with what the data set has to learn: masks, boxes, few labels. */
const kindsOfData: readonly ObjectiveTerm["kind"][] = ["segmentation", "detection", "consistency"];

/** The terms of an objective that the form cannot say: a training that is taken over keeps them. */
export function keptTermsOf(objective: readonly ObjectiveTerm[]): ObjectiveTerm[] {
  return termsBeside(objective).filter(({ kind }) => !kindsOfData.includes(kind));
}

function termsBeside(objective: readonly ObjectiveTerm[]): ObjectiveTerm[] {
  return objective.filter(({ kind }) => !formKinds.includes(kind));
}

/**
 * Reads the flat settings off a configuration; what it does not use gets a value that would be a sensible start. Where neither
 * capacity nor β limits the code, β is 0.
 */
export function settingsOf(config: TrainingConfig, seed: number): TrainingSettings {
  const reconstruction = config.objective.find((term) => term.kind === "reconstruction");
  const capacity = config.objective.find((term) => term.kind === "capacity");
  const beta = config.objective.find((term) => term.kind === "beta");
  const classification = config.objective.find((term) => term.kind === "classification");
  const { erasing, augmentation, model } = config;
  return {
    epochs: config.epochs,
    seed,
    batchSize: config.batchSize,
    learningRate: config.learningRate,
    warmupShare: config.warmupShare,
    weightDecay: config.weightDecay,
    averageDecay: config.averageDecay,
    clipNorm: config.clipNorm,
    latentDim: model.latentDim,
    attentionMaps: model.attentionMaps,
    likelihood: model.likelihood,
    divergence: capacity === undefined ? "beta" : "capacity",
    capacity: capacity?.capacity ?? 25,
    gamma: capacity?.gamma ?? 10,
    rampShare: capacity?.rampShare ?? 0.5,
    beta: beta?.beta ?? (capacity === undefined ? 0 : 4),
    reconstructionWeight: reconstruction?.weight ?? 0,
    classificationWeight: classification?.weight ?? 0,
    labelSmoothing: classification?.labelSmoothing ?? 0,
    balanced: classification?.classWeights === "balanced",
    erasing: erasing.kind,
    erasingProbability: erasing.kind === "rectangle" ? erasing.probability : 0.5,
    erasingRatio: erasing.kind === "patches" ? erasing.ratio : 0.4,
    shift: augmentation.shiftPixels,
    rotation: augmentation.rotationDegrees,
    scale: augmentation.scale,
    brightness: augmentation.brightness,
  };
}

/** The configuration that the settings describe; `base` gives what the form does not ask (classes, channels, size, masks and boxes, kept terms). */
export function configOf(settings: TrainingSettings, base: TrainingConfig): TrainingConfig {
  const { latentDim, attentionMaps, likelihood } = settings;
  const beside = termsBeside(base.objective);
  const dense = beside.filter((term) => term.kind === "segmentation" || term.kind === "detection");
  // β of 0 says nothing beside a term that limits the code by itself.
  const isLimited = beside.some(({ kind }) => kind === "total-correlation");
  const divergence = isLimited && settings.divergence === "beta" && settings.beta === 0 ? [] : [divergenceOf(settings)];
  return {
    ...base,
    model: { ...base.model, latentDim, attentionMaps, likelihood },
    objective: [
      { kind: "reconstruction", weight: settings.reconstructionWeight },
      ...divergence,
      ...(base.model.classes.length === 0 ? [] : [classificationOf(settings)]),
      ...beside,
    ],
    erasing: erasingOf(settings),
    augmentation: {
      shiftPixels: settings.shift,
      rotationDegrees: settings.rotation,
      scale: settings.scale,
      brightness: settings.brightness,
    },
    epochs: settings.epochs,
    batchSize: settings.batchSize,
    learningRate: settings.learningRate,
    weightDecay: settings.weightDecay,
    warmupShare: settings.warmupShare,
    averageDecay: settings.averageDecay,
    clipNorm: settings.clipNorm,
    // The gradient is clipped on the scale of the largest term, so that the bound means the same for any weight.
    lossScale: Math.max(1, settings.classificationWeight, ...dense.map(({ weight }) => weight)),
  };
}

function classificationOf(settings: TrainingSettings): TrainingConfig["objective"][number] {
  return {
    kind: "classification",
    weight: settings.classificationWeight,
    labelSmoothing: settings.labelSmoothing,
    classWeights: settings.balanced ? "balanced" : "none",
  };
}

function divergenceOf(settings: TrainingSettings): ObjectiveTerm {
  if (settings.divergence === "beta") return { kind: "beta", beta: settings.beta };
  return { kind: "capacity", gamma: settings.gamma, capacity: settings.capacity, rampShare: settings.rampShare };
}

function erasingOf(settings: TrainingSettings): TrainingConfig["erasing"] {
  if (settings.erasing === "rectangle") {
    return { kind: "rectangle", probability: settings.erasingProbability, ...rectangleShape };
  }
  if (settings.erasing === "patches") return { kind: "patches", ratio: settings.erasingRatio, patchSize };
  return { kind: "none" };
}
