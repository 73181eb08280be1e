import type { Association } from "@diaphane/model/latent";

/** Strongest first, by what the interval leaves of it at the least; those without enough images last. */
export function byStrength(associations: readonly Association[]): Association[] {
  return associations.toSorted((a, b) => leastStrength(b) - leastStrength(a));
}

/** Distance of the interval from "none", on a scale of 0 to 1; 0 where the interval holds it, −1 where there is none. */
function leastStrength({ measure, estimate }: Association): number {
  if (!estimate) return -1;
  const [low, high] = measure === "auroc" ? estimate.interval.map((value) => 2 * value - 1) : estimate.interval;
  return Math.max(0, low ?? 0, -(high ?? 0));
}
