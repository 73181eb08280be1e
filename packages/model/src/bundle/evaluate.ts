import type { ImageSet } from "../images/image-set.ts";
import { probabilities } from "../latent/probabilities.ts";
import * as metrics from "../metrics/index.ts";
import { evaluateDetection } from "./evaluate-detection.ts";
import { evaluateSegmentation } from "./evaluate-segmentation.ts";
import type { Decision, Evaluation } from "./evaluation.ts";
import type { Encoding, Network } from "./network.ts";
import { reconstructionQuality } from "./reconstruction-quality.ts";

export interface EvaluationOptions {
  /** Of the probability of the second of two classes, chosen on validation data; null leaves `atThreshold` out. */
  threshold: number | null;
  /** Fitted on validation data (`fitTemperature`): the calibration error with it is given too; null or left out: not. */
  temperature?: number | null;
  seed: number;
  /** Bootstrap resamples, 1,000 unless given. */
  draws?: number;
}

/** Labels and class probabilities of the rows that have a label. */
export interface LabelledScores {
  /** `[n]` */
  labels: Int32Array;
  /** `[n, classCount]` */
  scores: Float64Array;
  classCount: number;
}

/** How well a network classifies and reconstructs a set. Rows without a label count for reconstruction only. */
export async function evaluate(network: Network, set: ImageSet, options: EvaluationOptions): Promise<Evaluation> {
  const encoding = await network.encode(set);
  const { psnr, ssim } = await reconstructionQuality(network, set, encoding.mu);
  const bootstrap = { seed: options.seed, draws: options.draws ?? 1000 };
  const quality = { psnr: meanOf(psnr, set.labels, bootstrap), ssim: meanOf(ssim, set.labels, bootstrap) };
  const cases = labelledScores(encoding, set.labels, network.config.classes.length);
  const dense = {
    ...(await evaluateSegmentation(network, set, options)),
    ...(await evaluateDetection(network, set, options)),
  };
  const counts = { count: set.count, labelled: cases.labels.length, classes: network.config.classes };
  if (cases.classCount === 0 || new Set(cases.labels).size < cases.classCount) {
    // A number without all classes would be of another task: rather none.
    return {
      ...counts,
      auc: null,
      ece: null,
      calibrated: null,
      brier: null,
      atHalf: null,
      atThreshold: null,
      roc: [],
      ...quality,
      ...dense,
    };
  }
  const isBinary = cases.classCount === 2;
  const { labels, scores, classCount } = cases;
  return {
    ...counts,
    auc: isBinary
      ? metrics.bootstrapAuroc(scoresOf(cases, 1), labels, bootstrap)
      : metrics.bootstrapMulticlassAuroc(scores, labels, classCount, bootstrap),
    ece: calibrationError(cases, bootstrap),
    calibrated: calibratedBy(options.temperature ?? null, encoding, set.labels, { classCount, bootstrap }),
    brier: meanOf(brierOfEach(cases), labels, bootstrap),
    atHalf: decisionAt(cases, isBinary ? 0.5 : null, bootstrap),
    atThreshold: isBinary && options.threshold !== null ? decisionAt(cases, options.threshold, bootstrap) : null,
    roc: rocCurves(cases),
    ...quality,
    ...dense,
  };
}

/** Probabilities of the rows that have a label. */
export function labelledScores(encoding: Encoding, labels: Int32Array, classCount: number): LabelledScores {
  const labelled = labelledLogits(encoding, labels, classCount);
  return { labels: labelled.labels, scores: probabilities(labelled.logits, classCount), classCount };
}

function labelledLogits(encoding: Encoding, labels: Int32Array, classCount: number) {
  const rows = [...labels.keys()].filter((row) => (labels[row] ?? -1) >= 0);
  const logits = Float64Array.from({ length: rows.length * classCount }, (_, place) => {
    const row = rows[Math.floor(place / classCount)] ?? 0;
    return encoding.logits[row * classCount + (place % classCount)] ?? 0;
  });
  return { labels: Int32Array.from(rows, (row) => labels[row] ?? 0), logits };
}

/** Null where there are no classes, or one is missing: nothing then keeps its probability from 0. */
export function temperatureFor(encoding: Encoding, labels: Int32Array, classCount: number): number | null {
  const labelled = labelledLogits(encoding, labels, classCount);
  if (classCount < 2 || new Set(labelled.labels).size < classCount) return null;
  return metrics.fitTemperature(labelled.logits, labelled.labels, classCount);
}

function calibratedBy(
  temperature: number | null,
  encoding: Encoding,
  labels: Int32Array,
  { classCount, bootstrap }: { classCount: number; bootstrap: Bootstrap },
): Evaluation["calibrated"] {
  if (temperature === null) return null;
  const { logits, labels: known } = labelledLogits(encoding, labels, classCount);
  const scores = probabilities(
    logits.map((logit) => logit / temperature),
    classCount,
  );
  return { temperature, ece: calibrationError({ labels: known, scores, classCount }, bootstrap) };
}

/** The threshold of two classes with the greatest Youden's J; null where there are other than two, or cases are missing. */
export function thresholdFor(cases: LabelledScores): number | null {
  if (cases.classCount !== 2 || new Set(cases.labels).size < 2) return null;
  return metrics.chooseThreshold(scoresOf(cases, 1), cases.labels).threshold;
}

interface Bootstrap {
  seed: number;
  draws: number;
}

/** Mean over cases, with its interval; rows without a label are a stratum of their own. */
export function meanOf(values: Float64Array, strata: ArrayLike<number>, bootstrap: Bootstrap): metrics.Estimate {
  const mean = (weights: Float64Array) => {
    let [sum, total] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      sum += (weights[i] ?? 0) * (values[i] ?? 0);
      total += weights[i] ?? 0;
    }
    return sum / total;
  };
  return metrics.stratifiedBootstrap(mean, strata, bootstrap);
}

/**
 * Resampled bins are noisier than the bins themselves, so that the errors of resamples lie above the error: the interval is
 * moved back by as much, or a well calibrated model's would not hold its own value.
 */
export function calibrationError(
  { labels, scores, classCount }: LabelledScores,
  bootstrap: Bootstrap,
): metrics.Estimate {
  const error = metrics.calibrationErrorOf(scores, labels, classCount);
  const { value, interval } = metrics.stratifiedBootstrap(error, labels, { ...bootstrap, method: "centred" });
  return { value, interval: [Math.max(0, interval[0]), interval[1]] };
}

/** What each case adds to the Brier score `[n]`: with two classes of the second alone, with more of all. */
function brierOfEach(cases: LabelledScores): Float64Array {
  const { labels, scores, classCount } = cases;
  return Float64Array.from(labels, (label, row) => {
    const probabilities = scores.subarray(row * classCount, (row + 1) * classCount);
    if (classCount === 2) return metrics.brier(probabilities.subarray(1), [label]);
    return metrics.multiclassBrier(probabilities, [label], classCount);
  });
}

/** Probabilities of one class `[n]`. */
function scoresOf({ scores, labels, classCount }: LabelledScores, classIndex: number): Float64Array {
  return Float64Array.from({ length: labels.length }, (_, row) => scores[row * classCount + classIndex] ?? 0);
}

function decisionAt(cases: LabelledScores, threshold: number | null, bootstrap: Bootstrap): Decision {
  const { labels, scores, classCount } = cases;
  const positive = scoresOf(cases, 1);
  const predicted =
    threshold === null ? metrics.predictedClasses(scores, classCount) : metrics.thresholded(positive, threshold);
  const estimate = (statistic: (weights: Float64Array) => number) =>
    metrics.stratifiedBootstrap(statistic, labels, bootstrap);
  return {
    threshold,
    accuracy: estimate((weights) => metrics.accuracy(predicted, labels, weights)),
    balancedAccuracy: estimate((weights) => metrics.balancedAccuracy(predicted, labels, weights)),
    sensitivity:
      threshold === null ? null : estimate((weights) => metrics.sensitivity(positive, labels, threshold, weights)),
    specificity:
      threshold === null ? null : estimate((weights) => metrics.specificity(positive, labels, threshold, weights)),
    confusion: metrics.confusionMatrix(predicted, labels, classCount),
  };
}

function rocCurves(cases: LabelledScores): Evaluation["roc"] {
  const classes = cases.classCount === 2 ? [1] : [...Array(cases.classCount).keys()];
  return classes.map((classIndex) => ({
    classIndex,
    points: metrics.rocCurve(
      scoresOf(cases, classIndex),
      cases.labels.map((label) => (label === classIndex ? 1 : 0)),
    ),
  }));
}
