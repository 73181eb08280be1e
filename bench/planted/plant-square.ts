import type { ImageSet, TrainingData } from "../../packages/model/src/images/image-set.ts";
import { pickRows } from "../../packages/model/src/images/pick-rows.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";
import { shuffle } from "../../packages/model/src/random/shuffle.ts";
import { balanced, biased, drawTags, type PlantedSets, type TagShares, tagName } from "./planted-sets.ts";

const [squareSide, margin] = [4, 1];
/** Audit images of each label, as biased as training and balanced. */
const [mostOfLabel, balancedOfLabel] = [300, 150];

/**
 * Plants a bright square in the corner of the images of a file with the splits of MedMNIST: its validation images are the test images
 * that are like the training ones, its test images those from elsewhere, and audit images are held out of the training ones.
 */
export function plantSquare({ train, validation, test }: TrainingData & { test: ImageSet }, seed: number): PlantedSets {
  const { below } = randomSource(seed);
  const order = Int32Array.from(train.labels.keys());
  shuffle(order, below);
  const held = [0, 1].flatMap((label) => [...order].filter((row) => train.labels[row] === label).slice(0, mostOfLabel));
  const isHeld = new Set(held);
  const rest = Int32Array.from([...train.labels.keys()].filter((row) => !isHeld.has(row)));
  const fewer = [0, 1].flatMap((label) => held.filter((row) => train.labels[row] === label).slice(0, balancedOfLabel));
  const plant = (set: ImageSet, shares: TagShares): ImageSet => withSquare(set, drawTags(set.labels, shares, below));
  const cleanTrain = pickRows(train, rest);
  return {
    ...{ train: plant(cleanTrain, biased), cleanTrain },
    audits: new Map([
      ["balanced", plant(pickRows(train, Int32Array.from(fewer)), balanced)],
      ["biased", plant(pickRows(train, Int32Array.from(held)), biased)],
    ]),
    tests: new Map([
      ["like", plant(validation, balanced)],
      ["shifted", plant(test, balanced)],
    ]),
  };
}

/** The images with a white square in the upper right corner where they are tagged. */
export function withSquare(set: ImageSet, tags: Float32Array): ImageSet {
  const { height, width, channels } = set;
  const images = set.images.subarray(0, set.images.length).slice();
  tags.forEach((tag, row) => {
    if (tag === 0) return;
    for (let y = margin; y < margin + squareSide; y++) {
      const start = (row * height + y) * width + width - margin - squareSide;
      images.fill(255, start * channels, (start + squareSide) * channels);
    }
  });
  return { ...set, images, attributes: new Map([[tagName, tags]]) };
}
