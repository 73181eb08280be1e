import { checkDetection, checkSegmentation } from "./check-targets.ts";
import { InvalidImageSet } from "./invalid-image-set.ts";
import type { Pixels } from "./pixels.ts";
import type { Detection, Segmentation } from "./targets.ts";

/** Images of one size, in memory or not. */
export interface Images {
  count: number;
  height: number;
  width: number;
  channels: number;
  /** `[count, height, width, channels]` */
  images: Pixels;
}

/** Images of one size in memory. */
export interface ImageBatch extends Images {
  images: Uint8Array;
}

/** Images with what is to be learned of them: labels, and masks and boxes where somebody has drawn them. */
export interface ImageSet extends Images {
  /** Empty when no image has a label. */
  classes: string[];
  /** `[count]`: index into `classes`, −1 where there is no label. */
  labels: Int32Array;
  segmentation?: Segmentation;
  detection?: Detection;
  /** The person (or animal, specimen) that each image is of: `[count]`, null where nobody says. */
  subjects?: readonly (string | null)[];
  /** Of images gathered from several sets: their names, and the place among them of each image's set `[count]`. */
  sources?: { names: string[]; of: Int32Array };
  /** `imageDigests` of the images as they came `[count]`, of a set that was fitted to a network since. */
  digests?: readonly (string | null)[];
  /** What else is known of the images, by name: `[count]` each, NaN where a value is missing. Binary ones are 0 and 1. */
  attributes?: ReadonlyMap<string, Float32Array>;
}

export interface TrainingData {
  train: ImageSet;
  validation: ImageSet;
  test?: ImageSet;
}

/** Throws InvalidImageSet, naming what is wrong and in which set. */
export function checkImages(given: Images, name: string): void {
  const { count, height, width, channels, images } = given;
  const expected = count * height * width * channels;
  const shape = `[${count}, ${height}, ${width}, ${channels}]`;
  if (channels !== 1 && channels !== 3) {
    throw new InvalidImageSet(`The ${name} images have ${channels} channels; gray (1) or RGB (3) is expected.`);
  }
  if (!(height > 0 && width > 0)) throw new InvalidImageSet(`The ${name} images have no pixels: shape ${shape}.`);
  if (images.length !== expected) {
    throw new InvalidImageSet(`The ${name} images are ${images.length} bytes; shape ${shape} needs ${expected}.`);
  }
}

/** Throws InvalidImageSet for wrong shapes, an empty set, or labels, masks or boxes outside of their classes or images. */
export function checkImageSet(set: ImageSet, name: string, classes: string[]): void {
  checkImages(set, name);
  if (set.count === 0) throw new InvalidImageSet(`The ${name} set is empty: at least one image is needed.`);
  if (set.labels.length !== set.count) {
    throw new InvalidImageSet(`The ${name} set has ${set.count} images and ${set.labels.length} labels.`);
  }
  if (set.subjects && set.subjects.length !== set.count) {
    throw new InvalidImageSet(`The ${name} set has ${set.count} images and ${set.subjects.length} subjects.`);
  }
  for (const [attribute, values] of set.attributes ?? []) {
    if (values.length === set.count) continue;
    const found = `${values.length} values of ${attribute}`;
    throw new InvalidImageSet(`The ${name} set has ${set.count} images and ${found}.`);
  }
  if (set.classes.join("\n") !== classes.join("\n")) {
    throw new InvalidImageSet(
      `The ${name} set has the classes ${set.classes.join(", ")}; the model has ${classes.join(", ")}.`,
    );
  }
  const wrong = set.labels.findIndex((label) => label < -1 || label >= classes.length);
  if (wrong >= 0) {
    const range = `−1 (no label) to ${classes.length - 1}`;
    throw new InvalidImageSet(
      `Image ${wrong} of the ${name} set has label ${set.labels[wrong]}; allowed are ${range}.`,
    );
  }
  if (set.segmentation) checkSegmentation(set.segmentation, set, name);
  if (set.detection) checkDetection(set.detection, set, name);
}
