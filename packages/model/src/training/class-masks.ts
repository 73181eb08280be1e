import * as tf from "@tensorflow/tfjs-core";
import type { ImageSet } from "../images/image-set.ts";
import { type ClassGroup, placeOfGroup } from "../network/class-groups.ts";

/** For each set of a merged one: 1 for the classes that its images are told apart by, 0 for those of other sets; `[sets][classes]`. */
export function classMasksOf(groups: readonly ClassGroup[], set: ImageSet): Float32Array[] {
  return (set.sources?.names ?? []).map((name) => {
    const mask = new Float32Array(set.classes.length);
    const place = placeOfGroup(groups, name);
    return place ? mask.fill(1, place.first, place.first + place.classes.length) : mask;
  });
}

/** The masks of a step's images. @param rows `[n]` → `[n, classes]` */
export function gatherClassMasks(masks: readonly Float32Array[], set: ImageSet, rows: Int32Array): tf.Tensor2D {
  const classes = set.classes.length;
  const values = new Float32Array(rows.length * classes);
  rows.forEach((image, row) => {
    const mask = masks[set.sources?.of[image] ?? 0];
    if (mask) values.set(mask, row * classes);
  });
  return tf.tensor2d(values, [rows.length, classes]);
}
