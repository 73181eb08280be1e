import { exactLogits, type Head } from "../latent/contributions.ts";

/**
 * What is to be added to the head's biases `[classCount]` so that on weighted cases every class is predicted as often as it is:
 * the least cross-entropy over biases, by iterative scaling (Darroch & Ratcliff 1972), which can't overshoot.
 *
 * @param codes `[n, latentDim]`; @param labels `[n]`, every class among them; @param weights `[n]`
 * @returns a mean of 0: softmax does not see what all logits share
 */
export function fitHeadBias(head: Head, codes: Float32Array, labels: Int32Array, weights: Float64Array): number[] {
  const { latentDim, classCount } = head;
  const logits = Array.from(labels, (_, row) =>
    exactLogits(head, codes.subarray(row * latentDim, (row + 1) * latentDim)),
  );
  const wanted = new Float64Array(classCount);
  labels.forEach((label, row) => {
    wanted[label] = (wanted[label] ?? 0) + (weights[row] ?? 0);
  });
  const bias = new Float64Array(classCount);
  for (let step = 0; step < 5000; step++) {
    const predicted = new Float64Array(classCount);
    logits.forEach((ofCase, row) => {
      const most = Math.max(...ofCase.map((logit, k) => logit + (bias[k] ?? 0)));
      const powers = ofCase.map((logit, k) => Math.exp(logit + (bias[k] ?? 0) - most));
      const sum = powers.reduce((total, power) => total + power, 0);
      powers.forEach((power, k) => {
        predicted[k] = (predicted[k] ?? 0) + ((weights[row] ?? 0) * power) / sum;
      });
    });
    const moves = predicted.map((share, k) => Math.log((wanted[k] ?? 0) / share));
    moves.forEach((move, k) => {
      bias[k] = (bias[k] ?? 0) + move;
    });
    if (moves.every((move) => Math.abs(move) < 1e-7)) break;
  }
  const mean = bias.reduce((sum, one) => sum + one, 0) / classCount;
  return Array.from(bias, (one) => one - mean);
}
