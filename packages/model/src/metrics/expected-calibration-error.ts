import { checkTable } from "./check-input.ts";
import { predictedClasses } from "./predicted-classes.ts";

/**
 * Expected calibration error of the predicted class: cases are put into equal-width bins `(lower, upper]` of
 * confidence; the error is the mean over cases of |accuracy − mean confidence| of their bin (Guo et al. 2017, 15 bins).
 * Confidence 0 falls into the first bin.
 *
 * @param probabilities `[n, classCount]`, rows summing to 1; two classes are given as two columns
 * @param labels `[n]`, 0 … classCount − 1
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without cases
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  { bins = 15, weights }: { bins?: number; weights?: ArrayLike<number> } = {},
): number {
  return calibrationErrorOf(probabilities, labels, classCount, bins)(weights);
}

/** The same as a function of the weights: what does not depend on them is done once, for a bootstrap. */
export function calibrationErrorOf(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  bins = 15,
): (weights?: ArrayLike<number>) => number {
  checkTable("expectedCalibrationError", probabilities, labels, classCount);
  const predicted = predictedClasses(probabilities, classCount);
  const confidences = Float64Array.from(predicted, (chosen, i) => probabilities[i * classCount + chosen] ?? 0);
  const excess = confidences.map((confidence, i) => (predicted[i] === labels[i] ? 1 : 0) - confidence);
  const binOf = Int32Array.from(confidences, (confidence) =>
    Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1)),
  );
  // |Σ correct − Σ confidence| of a bin is what it adds, times its size.
  const surplus = new Float64Array(bins);
  return (weights) => {
    surplus.fill(0);
    let total = 0;
    for (let i = 0; i < binOf.length; i++) {
      const weight = weights ? (weights[i] ?? 0) : 1;
      const bin = binOf[i] ?? 0;
      surplus[bin] = (surplus[bin] ?? 0) + weight * (excess[i] ?? 0);
      total += weight;
    }
    let sum = 0;
    for (const value of surplus) sum += Math.abs(value);
    return sum / total;
  };
}
