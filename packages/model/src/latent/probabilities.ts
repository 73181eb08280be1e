/** Softmax of each row, without overflow. @param logits `[n, classCount]` → `[n, classCount]` */
export function probabilities(logits: ArrayLike<number>, classCount: number): Float64Array {
  const result = new Float64Array(logits.length);
  for (let from = 0; from < logits.length; from += classCount) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classCount; k++) largest = Math.max(largest, logits[from + k] ?? 0);
    let sum = 0;
    for (let k = 0; k < classCount; k++) {
      const power = Math.exp((logits[from + k] ?? 0) - largest);
      result[from + k] = power;
      sum += power;
    }
    for (let k = 0; k < classCount; k++) result[from + k] = (result[from + k] ?? 0) / sum;
  }
  return result;
}
