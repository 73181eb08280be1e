import { exactLogits } from "../latent/contributions.ts";
import { probabilities } from "../latent/probabilities.ts";
import { predictedClasses, thresholded } from "../metrics/index.ts";
import { rankScores } from "../metrics/ranked-scores.ts";
import type { AuditRequest } from "./audit-request.ts";

/** Bins of the calibration error (Guo et al. 2017). */
export const calibrationBins = 15;

/** All that group metrics need of labelled cases, worked out once: a bootstrap then only adds up. */
export interface ScoredCases {
  count: number;
  classCount: number;
  /** `[count]` row in the audited set */
  rows: Int32Array;
  labels: Int32Array;
  predicted: Int32Array;
  /** Probability of the predicted class, its bin, and how far being right exceeds it. */
  confidence: Float64Array;
  bin: Uint8Array;
  excess: Float64Array;
  /** What each case adds to the Brier score; with two classes of the second alone. */
  brier: Float64Array;
  /** `[count, classCount]` */
  scores: Float64Array;
  /** Of the second of two classes, or of every class: cases from its lowest score on, with the number of each one's run of ties. */
  rankings: { positive: number; order: Uint32Array; run: Uint32Array }[];
}

/** Labelled cases, those of two classes by rising score of the second, so that passes over them read memory in order. */
export function scoreCases(
  { head, codes, labels, classes }: Pick<AuditRequest, "head" | "codes" | "labels" | "classes">,
  threshold: number,
): ScoredCases {
  const classCount = classes.length;
  const logitsOf = (row: number): Float64Array =>
    exactLogits(head, codes.subarray(row * head.latentDim, (row + 1) * head.latentDim));
  const labelled = Int32Array.from([...labels.keys()].filter((row) => (labels[row] ?? -1) >= 0));
  if (classCount === 2) {
    const margin = new Float64Array(labels.length);
    for (const row of labelled) {
      const [first = 0, second = 0] = logitsOf(row);
      margin[row] = second - first;
    }
    labelled.sort((a, b) => (margin[a] ?? 0) - (margin[b] ?? 0) || a - b);
  }
  const logits = new Float64Array(labelled.length * classCount);
  labelled.forEach((row, place) => void logits.set(logitsOf(row), place * classCount));
  const scores = probabilities(logits, classCount);
  const ofLabelled = labelled.map((row) => labels[row] ?? 0);
  const predicted = Int32Array.from(
    classCount === 2 ? thresholded(columnOf(scores, 1, classCount), threshold) : predictedClasses(scores, classCount),
  );
  const confidence = Float64Array.from(predicted, (_, i) =>
    Math.max(...scores.subarray(i * classCount, (i + 1) * classCount)),
  );
  const likeliest = predictedClasses(scores, classCount);
  return {
    ...{ count: labelled.length, classCount, rows: labelled, labels: ofLabelled, predicted, confidence, scores },
    bin: Uint8Array.from(confidence, (one) =>
      Math.min(calibrationBins - 1, Math.max(0, Math.ceil(one * calibrationBins) - 1)),
    ),
    excess: confidence.map((one, i) => (likeliest[i] === ofLabelled[i] ? 1 : 0) - one),
    brier: brierOfEach(scores, ofLabelled, classCount),
    rankings: rankingsOf(scores, classCount),
  };
}

function columnOf(scores: Float64Array, column: number, classCount: number): Float64Array {
  return Float64Array.from({ length: scores.length / classCount }, (_, row) => scores[row * classCount + column] ?? 0);
}

function brierOfEach(scores: Float64Array, labels: Int32Array, classCount: number): Float64Array {
  return Float64Array.from(labels, (label, row) => {
    let sum = 0;
    for (let k = classCount === 2 ? 1 : 0; k < classCount; k++) {
      sum += ((scores[row * classCount + k] ?? 0) - (label === k ? 1 : 0)) ** 2;
    }
    return sum;
  });
}

function rankingsOf(scores: Float64Array, classCount: number): ScoredCases["rankings"] {
  const positives = classCount === 2 ? [1] : Array.from({ length: classCount }, (_, k) => k);
  return positives.map((positive) => {
    // Highest first, so turned about.
    const { order: falling, endsTie } = rankScores(columnOf(scores, positive, classCount));
    const order = falling.toReversed();
    const run = new Uint32Array(order.length);
    let number = 0;
    for (let rank = 0; rank < order.length; rank++) {
      if (endsTie[order.length - 1 - rank] === 1) number++;
      run[rank] = number;
    }
    return { positive, order, run };
  });
}
