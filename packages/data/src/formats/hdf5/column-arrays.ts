import path from "node:path";
import { splitInPath, splitName } from "../table/split-name.ts";
import type { Hdf5Array } from "./hdf5-array.ts";

/** An array of images with the arrays that tell of the same images. */
export interface ImageArrays {
  images: Hdf5Array;
  /** One value for each image, by name without the word of the split. */
  columns: Map<string, Hdf5Array>;
  masks: Hdf5Array | null;
}

const MASK_NAME = /mask|^seg/i;

/** Whether an array's name says that it holds masks. */
export function isMaskName({ path: whole }: Hdf5Array): boolean {
  return MASK_NAME.test(path.posix.basename(whole));
}

/**
 * What belongs to an array of images: the arrays of the same group, of the same split by their names (`x_train`, `y_train`), and of
 * as many rows.
 *
 * @param mask the array that holds masks, where a person has named it; null: none does
 */
export function arraysBeside(
  images: Hdf5Array,
  arrays: readonly Hdf5Array[],
  mask: string | null | undefined,
): ImageArrays {
  const beside = arrays.filter((array) => {
    const isNear = path.posix.dirname(array.path) === path.posix.dirname(images.path);
    const isSameSplit = splitInPath(array.path) === splitInPath(images.path);
    return array !== images && isNear && isSameSplit && array.shape[0] === images.shape[0];
  });
  const isMask = (array: Hdf5Array) =>
    mask === undefined ? isMaskName(array) : array.path === mask || columnName(array) === mask;
  const isColumn = ({ shape }: Hdf5Array) => shape.length === 1 || (shape.length === 2 && shape[1] === 1);
  return {
    images,
    columns: new Map(beside.filter(isColumn).map((array) => [columnName(array), array])),
    masks: beside.find((array) => array.shape.length >= 3 && array.kind !== "text" && isMask(array)) ?? null,
  };
}

/** The last part of an array's path without the word that names a split: `train_labels` is `labels`. */
function columnName({ path: whole }: Hdf5Array): string {
  const name = path.posix.basename(whole);
  const words = name.split(/[_.-]/).filter((word) => splitName(word) === null);
  return words.length > 0 ? words.join("_") : name;
}
