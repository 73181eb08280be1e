import { z } from "zod";
import {
  defaultModelConfig,
  type InputSize,
  type ModelChoice,
  type ModelConfig,
  modelConfig,
} from "../network/model-config.ts";
import { erasing } from "../objective/erasing.ts";
import { type ObjectiveTerm, objectiveTerm } from "../objective/objective-term.ts";
import { transfer } from "../transfer/transfer-config.ts";
import { objectiveProblems } from "./objective-problems.ts";
import { forFewLabels, hasFewLabels } from "./semi-supervised.ts";
import { setSampling } from "./set-sampling.ts";

const share = z.number().min(0).max(1);

/** Random changes of each training image; the amounts are bounds of uniform draws, 0 leaves an image as it is. */
export const augmentation = z.strictObject({
  shiftPixels: z.number().min(0).max(32),
  rotationDegrees: z.number().min(0).max(180),
  scale: z.number().min(0).max(0.5),
  brightness: z.number().min(0).max(1),
});
export type Augmentation = z.infer<typeof augmentation>;

const shape = z.strictObject({
  model: modelConfig,
  objective: z.array(objectiveTerm).min(1),
  erasing,
  augmentation,
  /** Rows of each batch kept for labelled images, as a share; left out, images come as they do. See `batchRows`. */
  labelledShare: z.number().positive().lt(1).optional(),
  epochs: z.int().min(1).max(10_000),
  /** Epochs without a better validation after which training stops, keeping the best average; left out, all epochs are trained. */
  patienceEpochs: z.int().min(1).max(10_000).optional(),
  batchSize: z.int().min(2).max(4096),
  learningRate: z.number().positive().max(1),
  weightDecay: z.number().min(0).max(1),
  /** Share of the steps over which the learning rate rises; it then falls along a cosine to zero. */
  warmupShare: share,
  /** Decay of the moving average of weights and statistics; it starts lower, see `averageDecayAt`. */
  averageDecay: z.number().min(0).lt(1),
  /** Largest norm of the gradient of total / lossScale. */
  clipNorm: z.number().positive(),
  lossScale: z.number().positive(),
  /** How often each of several sets is drawn from; left out with one set. */
  setSampling: setSampling.optional(),
  /** Left out when training starts from nothing. */
  transfer: transfer.optional(),
});

export const trainingConfig = shape.superRefine((config, context) => {
  const kinds = config.objective.map((term) => term.kind);
  if (new Set(kinds).size < kinds.length) {
    context.addIssue({ code: "custom", path: ["objective"], message: "Each kind of term may stand there once." });
  }
  for (const { path, message } of objectiveProblems(config)) context.addIssue({ code: "custom", path, message });
  const isTaught = config.objective.some((term) => classesLearned(term, config.model)?.length);
  if (config.transfer?.tune === "head" && !isTaught) {
    const message =
      "Only heads are to learn, and no term teaches one: add a term of classification, segmentation or detection.";
    context.addIssue({ code: "custom", path: ["transfer", "tune"], message });
  }
  config.objective.forEach((term, index) => {
    if (term.kind === "alignment") {
      const message = alignmentProblem(term.attributes, config.model.latentDim);
      if (message !== null) context.addIssue({ code: "custom", path: ["objective", index, "attributes"], message });
    }
    const learned = classesLearned(term, config.model);
    if (learned?.length === 0) {
      const message = `The model has no ${term.kind} head for this term: it is given no classes of that kind.`;
      context.addIssue({ code: "custom", path: ["objective", index, "kind"], message });
    }
    if (term.kind !== "classification" || !Array.isArray(term.classWeights)) return;
    const expected = config.model.classes.length;
    if (term.classWeights.length !== expected) {
      const message = `${term.classWeights.length} class weights for ${expected} classes.`;
      context.addIssue({ code: "custom", path: ["objective", index, "classWeights"], message });
    }
  });
});

/** The classes that a term teaches a head of; null for terms without a head. */
function classesLearned({ kind }: ObjectiveTerm, model: ModelConfig): string[] | null {
  if (kind === "classification") return model.classes;
  if (kind === "segmentation") return model.maskClasses;
  return kind === "detection" ? model.boxClasses : null;
}

/** Each attribute has a latent of its own, and the other way round. */
function alignmentProblem(attributes: { name: string; latent: number }[], latentDim: number): string | null {
  const tooLarge = attributes.find(({ latent }) => latent >= latentDim);
  if (tooLarge) return `${tooLarge.name} is to order latent ${tooLarge.latent}; latents are 0 to ${latentDim - 1}.`;
  const areAllDifferent = (values: unknown[]): boolean => new Set(values).size === values.length;
  const isPaired = areAllDifferent(attributes.map((a) => a.name)) && areAllDifferent(attributes.map((a) => a.latent));
  return isPaired ? null : "An attribute or a latent stands there twice; each may be aligned once.";
}

/** What a training run is told, as plain data kept beside the weights. */
export type TrainingConfig = z.infer<typeof trainingConfig>;

export interface TrainingConfigRequest extends ModelChoice {
  /** Number of training images. */
  count: number;
  /** How many of them have a label; all, unless given. */
  labelled?: number;
}

/** Steps that training takes at least, however few images there are: with half as many both heads were still improving. */
const leastSteps = 400;
const defaultEpochs = 8;
/** Images a step by input size: a step at 224 px with 128 of them would want the memory of a large server. */
const defaultBatchSize: Record<InputSize, number> = { 32: 128, 64: 128, 128: 64, 224: 32 };
/** With masks or boxes every image has hundreds of places to learn from, and more steps are worth more than larger ones. */
const defaultDenseBatchSize = 16;

/** Defaults that worked in small experiments: see docs/science.md. */
export function defaultTrainingConfig({ count, labelled = count, ...choice }: TrainingConfigRequest): TrainingConfig {
  const model = defaultModelConfig(choice);
  const weight = classificationWeight(model);
  // A batch larger than half of the set would make its statistics those of the set.
  const isDense = model.maskClasses.length + model.boxClasses.length > 0;
  const largest = isDense ? defaultDenseBatchSize : defaultBatchSize[model.inputSize];
  const batchSize = Math.max(8, Math.min(largest, 2 ** Math.floor(Math.log2(Math.max(2, count / 2)))));
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const config = trainingConfig.parse({
    model,
    objective: [
      { kind: "reconstruction", weight: 1 },
      { kind: "capacity", gamma: 10, capacity: 25, rampShare: 0.5 },
      ...headTerms(model, weight),
    ],
    erasing: { kind: "none" },
    augmentation: { shiftPixels: 2, rotationDegrees: 10, scale: 0.1, brightness: 0.1 },
    epochs: Math.max(defaultEpochs, Math.ceil(leastSteps / stepsPerEpoch)),
    batchSize,
    learningRate: 4e-3,
    weightDecay: 0.01,
    warmupShare: 0.05,
    averageDecay: 0.995,
    clipNorm: 5,
    lossScale: weight,
  });
  return hasFewLabels(labelled, count) ? forFewLabels(config) : config;
}

/**
 * The likelihood is a sum over pixels and channels, so the weight grows with them: about a nat of cross-entropy for a nat a pixel. A
 * fixed one leaves the class to what reconstruction has no use for, the more so in colour and at larger sizes. Two classes are
 * learned as well with half of it, and then reconstruction gains 0.8 dB.
 */
function classificationWeight({ inputSize, channels, classes }: ModelConfig): number {
  return inputSize ** 2 * channels * (classes.length === 2 ? 0.5 : 1);
}

/** Each head weighs the same: its loss is of the order of one where it is a guess. */
function headTerms({ classes, maskClasses, boxClasses }: ModelConfig, weight: number): ObjectiveTerm[] {
  const terms: ObjectiveTerm[] = [];
  if (classes.length > 0) {
    terms.push({ kind: "classification", weight, labelSmoothing: 0, classWeights: "none" });
  }
  if (maskClasses.length > 0) terms.push({ kind: "segmentation", weight, diceWeight: 1 });
  if (boxClasses.length > 0) terms.push({ kind: "detection", weight, sizeWeight: 1, offsetWeight: 1 });
  return terms;
}
