import { generatePhantom } from "../../packages/data/src/phantom/generate-phantom.ts";
import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { pickRows } from "../../packages/model/src/images/pick-rows.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";
import { balanced, biased, drawTags, type PlantedSets, type TagShares, tagName } from "./planted-sets.ts";

const size = 32;
const counts = { train: 6000, biased: 600, balanced: 300, like: 1000 };

/**
 * The phantom's own corner tag, which looks another way at each of its three sites, as the planted flaw. Every image is drawn with and
 * without it; which is taken is chosen by its label. One image a subject.
 */
export function plantPhantom(seed: number): PlantedSets {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const drawn = (tagShare: number): ImageSet => {
    const options = { count: total, size, seed, maxImagesPerSubject: 1, tagShare };
    const { images, labels, classes } = generatePhantom(options);
    return { count: total, height: size, width: size, channels: 1, classes, images, labels };
  };
  const [without, tagged] = [drawn(0), drawn(1)];
  const { below } = randomSource(seed);
  let next = 0;
  const take = (count: number): Int32Array => Int32Array.from({ length: count }, () => next++);
  const plant = (rows: Int32Array, shares: TagShares): ImageSet => {
    const clean = pickRows(without, rows);
    const tags = drawTags(clean.labels, shares, below);
    const stride = size * size;
    rows.forEach((row, place) => {
      if (tags[place] === 1) clean.images.set(tagged.images.subarray(row * stride, (row + 1) * stride), place * stride);
    });
    return { ...clean, attributes: new Map([[tagName, tags]]) };
  };
  const training = take(counts.train);
  return {
    ...{ train: plant(training, biased), cleanTrain: pickRows(without, training) },
    audits: new Map([
      ["balanced", plant(take(counts.balanced), balanced)],
      ["biased", plant(take(counts.biased), biased)],
    ]),
    tests: new Map([["like", plant(take(counts.like), balanced)]]),
  };
}
