import type { Direction } from "@diaphane/model/latent";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import type { ImageBytes, Picture } from "@/features/latent-lab/images/picture.ts";
import { probabilitiesOf } from "@/features/latent-lab/state/prediction.ts";
import { codesAlong } from "./codes-along.ts";

/** Where an image is drawn along a direction, in s.d. of the images along it. */
export const traversalPlaces = [-3, -2, -1, 0, 1, 2, 3] as const;

/** One image, and what the model draws as its code goes along a direction. */
export interface Traversal {
  readonly original: Picture;
  /** One for each place. */
  readonly pictures: readonly Picture[];
  /** Probability of each class at each place `[places][classes]`; empty rows for a model without classes. */
  readonly chances: readonly (readonly number[])[];
}

/** @throws EngineError when the engine is gone */
export async function traverseImage(
  engine: LabEngine,
  image: ImageBytes,
  direction: Pick<Direction, "vector" | "deviation">,
): Promise<Traversal> {
  const { mu, input } = await engine.encode(image);
  const codes = codesAlong(mu, direction, traversalPlaces);
  const pixels = await engine.decode(codes, traversalPlaces.length);
  const size = pixels.length / traversalPlaces.length;
  const codeOf = (place: number) => codes.subarray(place * mu.length, (place + 1) * mu.length);
  return {
    original: input,
    pictures: traversalPlaces.map((_, place) => ({ ...input, pixels: pixels.slice(place * size, (place + 1) * size) })),
    chances: traversalPlaces.map((_, place) => Array.from(probabilitiesOf(engine.model, codeOf(place)))),
  };
}
