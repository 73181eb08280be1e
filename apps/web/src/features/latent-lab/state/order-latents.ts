import type { Head } from "@diaphane/model/latent";
import type { LabModel } from "./lab-model.ts";
import { isActive, spreadOf } from "./lab-model.ts";
import type { LatentOrder } from "./lab-state.ts";

export interface OrderedLatents {
  readonly active: readonly number[];
  readonly inactive: readonly number[];
}

/**
 * Latents in the order of the list. `effect` goes by the size of the contribution to this image's prediction, `influence`
 * by what one s.d. does to it. Ties keep their number's order. It is asked for once an image, not while dragging: rows
 * that jump away from under a finger can't be read.
 */
export function orderLatents(
  model: LabModel,
  score: Head,
  contributions: ArrayLike<number>,
  order: LatentOrder,
): OrderedLatents {
  const all = model.latents.mean.map((_, latent) => latent);
  const size = (latent: number) =>
    order === "effect"
      ? Math.abs(contributions[latent] ?? 0)
      : Math.abs((score.weights[latent] ?? 0) * spreadOf(model, latent));
  const sorted = order === "number" ? all : all.toSorted((a, b) => size(b) - size(a) || a - b);
  return {
    active: sorted.filter((latent) => isActive(model, latent)),
    inactive: sorted.filter((latent) => !isActive(model, latent)),
  };
}
