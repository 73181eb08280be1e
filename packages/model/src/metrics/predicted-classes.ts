/**
 * The most probable class of each case; of equal probabilities the lower class.
 *
 * @param probabilities `[n, classCount]`, row by row (logits do as well)
 * @returns `[n]`
 */
export function predictedClasses(probabilities: ArrayLike<number>, classCount: number): Int32Array {
  const predicted = new Int32Array(Math.floor(probabilities.length / classCount));
  for (let i = 0; i < predicted.length; i++) {
    let best = 0;
    for (let k = 1; k < classCount; k++) {
      if ((probabilities[i * classCount + k] ?? 0) > (probabilities[i * classCount + best] ?? 0)) best = k;
    }
    predicted[i] = best;
  }
  return predicted;
}

/** 1 where a score reaches the threshold (`score ≥ threshold`), else 0. The same rule in every metric here. */
export function thresholded(scores: ArrayLike<number>, threshold: number): Int32Array {
  return Int32Array.from(scores, (score) => (score >= threshold ? 1 : 0));
}
