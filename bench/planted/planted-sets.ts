import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { shuffle } from "../../packages/model/src/random/shuffle.ts";

/** The attribute that is planted: 1 where the image has the tag. */
export const tagName = "tag";

/** Images with a flaw put in: a tag that goes with the label. None is trained on, audited and tested on. */
export interface PlantedSets {
  /** The tag is on 95 % of the positives and 5 % of the negatives. */
  train: ImageSet;
  /** The same images without it. */
  cleanTrain: ImageSet;
  /** Held-out images that presets are fitted on, apart from each other or one within the other, with the tag as in training ("biased", 600) or at random ("balanced", 300). */
  audits: ReadonlyMap<string, ImageSet>;
  /** Images with the tag at random: drawn as the training images are ("like"), or from elsewhere ("shifted"). */
  tests: ReadonlyMap<string, ImageSet>;
}

/** Shares of tagged images among those of label 0 and 1. */
export type TagShares = readonly [negatives: number, positives: number];
export const biased: TagShares = [0.05, 0.95];
export const balanced: TagShares = [0.5, 0.5];

/** Which images get the tag `[count]`: of each label exactly that share, at random. */
export function drawTags(labels: Int32Array, shares: TagShares, below: (bound: number) => number): Float32Array {
  const tags = new Float32Array(labels.length);
  shares.forEach((share, label) => {
    const rows = Int32Array.from([...labels.keys()].filter((row) => labels[row] === label));
    shuffle(rows, below);
    for (const row of rows.subarray(0, Math.round(share * rows.length))) tags[row] = 1;
  });
  return tags;
}
