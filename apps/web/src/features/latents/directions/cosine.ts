/** Cosine of two directions `[latentDim]`; 0 where one of them is none. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
  const scale = Math.hypot(...a) * Math.hypot(...b);
  return scale > 0 ? dot / scale : 0;
}
