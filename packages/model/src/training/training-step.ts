import * as tf from "@tensorflow/tfjs-core";
import { type Architecture, logSigmaGain, logSigmaName } from "../network/architecture.ts";
import { decodeLatents } from "../network/decode.ts";
import { encodeMaps, featureMaps } from "../network/encode.ts";
import { type FrozenLayers, trainingRunner } from "../network/layer-runner.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { runDenseHeads } from "../network/run-dense-heads.ts";
import { nameWeights, splitFlat } from "../network/weights.ts";
import { eraseContext, erasingUniforms } from "../objective/erase-context.ts";
import type { GroupBatch } from "../objective/group-dro.ts";
import { objective } from "../objective/objective.ts";
import type { AttributeBatch } from "../objective/objective-input.ts";
import { alignedAttributes } from "../objective/objective-term.ts";
import type { Noise } from "../random/draw-noise.ts";
import { isFrozen, learningPlaces } from "../transfer/learning-rates.ts";
import { ratesTensor } from "../transfer/rates-tensor.ts";
import { augment, augmentationUniforms } from "./augment.ts";
import { type DenseTargets, denseInput, movedTargets } from "./dense-targets.ts";
import { lessonOf, lessonUniforms } from "./lesson.ts";
import { lossOrder } from "./loss-order.ts";
import { adamBeta1, adamBeta2, scheduleOrder } from "./schedule.ts";
import { taught } from "./taught.ts";
import type { TrainingConfig } from "./training-config.ts";
import type { TrainingState } from "./training-state.ts";

/** One batch, always of the configured size: a short one is filled up with rows of weight 0. */
export type TrainingBatch = {
  /** `[n, size, size, c]` in 0…1 */
  images: tf.Tensor4D;
  /** One-hot `[n, classes]` */
  targets: tf.Tensor2D;
  /** `[n]` */
  rowWeights: tf.Tensor1D;
  /** `[n]` */
  labelWeights: tf.Tensor1D;
  /** `[n, classes]`; only with a network of several sets. See `ObjectiveInput`. */
  classMask?: tf.Tensor2D;
  /** `[n, attributes]`, in the order of `alignedAttributes`; only with an objective that aligns some. See `AttributeBatch`. */
  attributeValues?: tf.Tensor2D;
  attributeWeights?: tf.Tensor2D;
  /** `[n, groups]`, one-hot, zeros for rows without a label; only with GroupDRO. */
  groupMembership?: tf.Tensor2D;
  /** See `Mixing`; only with MixMatch. */
  mixPartners?: tf.Tensor1D;
  mixShare?: tf.Tensor1D;
} & DenseTargets;

/** What is the same at every step of a run. */
export interface StepPlan {
  architecture: Architecture;
  config: TrainingConfig;
  /** Number of images in the training set. */
  imageCount: number;
}

export type StepResult = {
  state: TrainingState;
  /** `[lossOrder + latentDim]`: those of `lossOrder`, then the KL of each latent. */
  losses: tf.Tensor1D;
};

/** Uniform numbers that a step takes for an image. */
export function uniformsOf(config: TrainingConfig): number {
  return augmentationUniforms + erasingUniforms(config.erasing, config.model.inputSize) + lessonUniforms(config);
}

/**
 * One step of training, a pure function: nothing is read on the host, nothing is drawn, no variable is made, shapes are fixed.
 * So its operations can be recorded once and replayed as a graph. The caller disposes of the old state.
 * @param schedule `[6]`, values in the order of `scheduleOrder`
 */
export function trainingStep(
  plan: StepPlan,
  state: TrainingState,
  batch: TrainingBatch,
  noise: Noise,
  schedule: tf.Tensor1D,
): StepResult {
  const { architecture, config } = plan;
  return tf.tidy(() => {
    const [learningRate, capacity, correction1, correction2, averageDecay, ramp] = tf.split(
      schedule,
      scheduleOrder.length,
    ) as [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
    const scheduled = { capacity, ramp };
    const { gradient, losses, statistics, groupShares } = lossGradient(plan, state, batch, noise, scheduled);
    const clipped = clip(gradient, config.clipNorm);
    const moment1 = blend(state.moment1, clipped, adamBeta1);
    const moment2 = blend(state.moment2, tf.square(clipped), adamBeta2);
    const direction = tf.div(tf.mul(moment1, correction1), tf.add(tf.sqrt(tf.mul(moment2, correction2)), 1e-8));
    // Decoupled weight decay (Loshchilov & Hutter 2019).
    const decay = tf.mul(state.parameters, decayMask(architecture, config.weightDecay));
    const change = tf.mul(learningRate, tf.add(direction, decay));
    const allowed = config.transfer ? tf.mul(change, ratesTensor(architecture, config.transfer)) : change;
    const parameters = tf.sub<tf.Tensor1D>(state.parameters, allowed);
    return {
      state: {
        parameters,
        moment1,
        moment2,
        average: approach(state.average, parameters, averageDecay),
        averageStatistics: approach(state.averageStatistics, statistics, averageDecay),
        ...(groupShares === undefined ? {} : { groupShares }),
      },
      losses,
    };
  });
}

interface StepGradient {
  gradient: tf.Tensor1D;
  losses: tf.Tensor1D;
  statistics: tf.Tensor1D;
  groupShares?: tf.Tensor1D;
}

/** Gradient `[P]` of total / lossScale, the losses, the batch statistics `[S]`, and with GroupDRO the groups' next weights. */
function lossGradient(
  { architecture, config, imageCount }: StepPlan,
  state: TrainingState,
  batch: TrainingBatch,
  noise: Noise,
  { capacity, ramp }: { capacity: tf.Tensor1D; ramp: tf.Tensor1D },
): StepGradient {
  const views = viewsOf(config, batch.images, noise.uniform);
  const lesson = lessonOf({
    ...{ architecture, config, average: state.average },
    ...{ batch, weak: views.whole, uniform: noise.uniform },
  });
  const dense = movedTargets(config, batch, noise.uniform);
  const specs = architecture.parameters;
  const learning = learningPlaces(architecture, config.transfer);
  const statistics = splitFlat(state.averageStatistics, architecture.statistics);
  const frozen: FrozenLayers = {
    has: (layerName) => isFrozen(architecture, config.transfer, layerName),
    statistics: nameWeights(statistics, architecture.statistics),
  };
  // What leaves the gradient besides its value has to be kept over tfjs' own clean-up, and freed here.
  const kept: { losses?: tf.Tensor1D; statistics?: tf.Tensor1D; groupShares?: tf.Tensor1D } = {};
  const forward = (pieces: tf.Tensor[]): tf.Scalar => {
    const weights = nameWeights(pieces, specs);
    const runner = trainingRunner(weights, frozen);
    try {
      const maps = featureMaps(architecture, runner, views.seen);
      const { mu, logVar, logits } = encodeMaps(architecture, runner, maps);
      const z = tf.add<tf.Tensor2D>(mu, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise.normal));
      const pixelLogits = decodeLatents(architecture, runner, z);
      const { targets, rowWeights, labelWeights } = batch;
      const isGaussian = config.model.likelihood === "gaussian";
      const logSigma = isGaussian ? tf.mul<tf.Tensor1D>(weights.get(logSigmaName), logSigmaGain) : null;
      const parts = objective(config.objective, config.model, {
        ...{ images: views.whole, pixelLogits, mu, logVar, z, logits, logSigma },
        ...{ targets, rowWeights, labelWeights, capacity, imageCount },
        ...{ classMask: batch.classMask, attributes: attributesOf(config, batch) },
        groups: groupsOf(state, batch),
        ...(lesson === undefined ? {} : taught(lesson, architecture, weights, ramp)),
        ...denseInput(runDenseHeads(architecture, runner, maps), dense),
      });
      const scalars = lossOrder.map((name) => parts[name]);
      kept.losses = tf.keep(tf.concat1d([tf.stack(scalars) as tf.Tensor1D, parts.klPerLatent]));
      kept.statistics = tf.keep(collectStatistics(architecture, runner.statistics, frozen));
      if (parts.groupShares) kept.groupShares = tf.keep(parts.groupShares);
      return tf.div(parts.total, config.lossScale);
    } finally {
      runner.dispose();
    }
  };
  try {
    const pieces = splitFlat(state.parameters, specs);
    // What is frozen is left out of the differentiation, which then ends where nothing before it learns.
    const by = learning.flatMap((place) => pieces.slice(place, place + 1));
    const { grads } = tf.engine().gradients(() => forward(pieces), by, undefined, true);
    const found = new Map(learning.map((place, index) => [place, grads[index] as tf.Tensor1D | null]));
    // Parts that no term looks at, such as the class head without labels, have no gradient: zero.
    const gradient = tf.concat1d(pieces.map((piece, place) => found.get(place) ?? tf.zerosLike(piece)));
    if (kept.losses === undefined || kept.statistics === undefined)
      throw new Error("The training step gave no losses.");
    const { groupShares } = kept;
    return {
      ...{ gradient, losses: tf.clone(kept.losses), statistics: tf.clone(kept.statistics) },
      ...(groupShares === undefined ? {} : { groupShares: tf.clone(groupShares) }),
    };
  } finally {
    kept.groupShares?.dispose();
    kept.losses?.dispose();
    kept.statistics?.dispose();
  }
}

function attributesOf(config: TrainingConfig, batch: TrainingBatch): AttributeBatch | undefined {
  const { attributeValues: values, attributeWeights: weights } = batch;
  if (values === undefined || weights === undefined) return undefined;
  return { names: alignedAttributes(config.objective), values, weights };
}

function groupsOf({ groupShares: shares }: TrainingState, batch: TrainingBatch): GroupBatch | undefined {
  const { groupMembership: membership } = batch;
  return shares === undefined || membership === undefined ? undefined : { membership, shares };
}

/** What the encoder sees, and the whole image that the decoder must restore. */
function viewsOf(
  config: TrainingConfig,
  images: tf.Tensor4D,
  uniform: tf.Tensor2D,
): { whole: tf.Tensor4D; seen: tf.Tensor4D } {
  const rows = uniform.shape[0];
  const whole = augment(config.augmentation, images, tf.slice2d(uniform, [0, 0], [rows, augmentationUniforms]));
  if (config.erasing.kind === "none") return { whole, seen: whole };
  const erased = erasingUniforms(config.erasing, config.model.inputSize);
  return {
    whole,
    seen: eraseContext(config.erasing, whole, tf.slice2d(uniform, [0, augmentationUniforms], [rows, erased])),
  };
}

/** Of the batch; frozen layers keep theirs. */
function collectStatistics(
  architecture: Architecture,
  statistics: Map<string, tf.Tensor1D>,
  frozen: FrozenLayers,
): tf.Tensor1D {
  return tf.concat1d(
    architecture.statistics.map(({ name }) => {
      const isKept = frozen.has(name.slice(0, name.lastIndexOf(".")));
      const statistic = isKept ? frozen.statistics.get<tf.Rank.R1>(name) : statistics.get(name);
      if (statistic === undefined) throw new Error(`No batch statistic named ${name}.`);
      return statistic;
    }),
  );
}

/** decay·old + (1 − decay)·new. */
function blend(old: tf.Tensor1D, fresh: tf.Tensor1D, decay: number): tf.Tensor1D {
  return tf.add(tf.mul(old, decay), tf.mul(fresh, 1 - decay));
}

/** The same, to rounding, but what is the same already stays so bit for bit: frozen weights and their average don't drift apart. */
function approach(old: tf.Tensor1D, fresh: tf.Tensor1D, decay: tf.Tensor1D): tf.Tensor1D {
  return tf.add(old, tf.mul(tf.sub(fresh, old), tf.sub(1, decay)));
}

/** Scales the gradient so that its norm is at most `limit`. */
function clip(gradient: tf.Tensor1D, limit: number): tf.Tensor1D {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(limit, tf.maximum(norm, limit)));
}

/** Weight decay for each parameter `[P]`; decayed parameters come first. */
function decayMask(architecture: Architecture, weightDecay: number): tf.Tensor1D {
  const count = (decayed: boolean): number =>
    architecture.parameters.reduce((sum, spec) => (spec.decayed === decayed ? sum + sizeOf(spec) : sum), 0);
  return tf.concat1d([tf.fill([count(true)], weightDecay), tf.zeros<tf.Rank.R1>([count(false)])]);
}
