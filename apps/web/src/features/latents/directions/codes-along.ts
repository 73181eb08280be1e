import type { Direction } from "@diaphane/model/latent";

/** The code itself is at 0: `[places, latentDim]`. */
export function codesAlong(
  mu: Float32Array,
  { vector, deviation }: Pick<Direction, "vector" | "deviation">,
  places: readonly number[],
): Float32Array {
  return Float32Array.from({ length: places.length * mu.length }, (_, i) => {
    const [place, latent] = [Math.floor(i / mu.length), i % mu.length];
    return (mu[latent] ?? 0) + (places[place] ?? 0) * deviation * (vector[latent] ?? 0);
  });
}
