import { z } from "zod";
import type { ImageSet } from "../images/image-set.ts";
import { purpose } from "../random/purpose.ts";
import { randomSource } from "../random/random-source.ts";

/**
 * How often each of several sets is drawn from: in proportion to its size^exponent. 1 keeps the sizes, 0 draws evenly; between, small
 * sets are seen more often than their share and large ones still more often than small ones (Conneau & Lample 2019 for languages).
 */
export const setSampling = z.strictObject({ exponent: z.number().min(0).max(1) });
export type SetSampling = z.infer<typeof setSampling>;

/** Draws the images of a step, `[batchSize]`, with replacement; a function of seed and step alone. */
export type SetSampler = (step: number) => Int32Array;

/** @param sources of the set's images, which stand one set after the other */
export function createSetSampler(
  { exponent }: SetSampling,
  sources: NonNullable<ImageSet["sources"]>,
  batchSize: number,
  seed: number,
): SetSampler {
  const runs = runsOf(sources);
  let total = 0;
  const bounds = runs.map(({ count }) => {
    total += count ** exponent;
    return total;
  });
  return (step) => {
    const random = randomSource(seed, purpose.sets, step);
    return Int32Array.from({ length: batchSize }, () => {
      const place = random.uniform() * total;
      const run = runs[bounds.findIndex((bound) => place < bound)];
      return run === undefined ? 0 : run.first + random.below(run.count);
    });
  };
}

/** First image and number of images of each set that has any. */
function runsOf({ names, of }: NonNullable<ImageSet["sources"]>): { first: number; count: number }[] {
  return names.flatMap((_, source) => {
    const first = of.indexOf(source);
    return first < 0 ? [] : [{ first, count: of.lastIndexOf(source) + 1 - first }];
  });
}
