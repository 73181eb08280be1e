import { type MaskNumbers, semanticMasks } from "../masks/mask-catalogue.ts";
import type { PictureMask, PictureSize } from "../records/image-record.ts";
import type { Hdf5Array } from "./hdf5-array.ts";
import { type Hdf5Place, hdf5Fault } from "./hdf5-fault.ts";

/** Masks of the images of several arrays, in one catalogue of classes. */
export interface ArrayMasks {
  classes: string[];
  mask(array: Hdf5Array, row: number): Promise<PictureMask>;
}

/**
 * Reads every mask once to learn what values there are.
 *
 * @throws DataError `wrong-masks`; `wrong-shape` for masks of another size than their images
 */
export async function arrayMasks(
  arrays: readonly { masks: Hdf5Array; size: PictureSize }[],
  names: Readonly<Record<string, string>>,
  place: Hdf5Place,
): Promise<ArrayMasks> {
  const found = new Set<number>();
  const sizes = new Map<Hdf5Array, PictureSize>();
  for (const { masks, size } of arrays) {
    const [, height, width, depth = 1] = masks.shape;
    if (height !== size.height || width !== size.width || depth !== 1) {
      const [expected, shape] = [`masks [n, ${size.height}, ${size.width}]`, `(${masks.shape.join(", ")})`];
      throw hdf5Fault({ ...place, key: masks.path }, { code: "wrong-shape", expected, found: shape });
    }
    sizes.set(masks, size);
    for (let row = 0; row < (masks.shape[0] ?? 0); row++)
      for (const value of await valuesOf(masks, row)) found.add(value);
  }
  const { classes, toMask } = semanticMasks(found, names, place);
  return {
    classes,
    async mask(array, row) {
      const { width = 0, height = 0 } = sizes.get(array) ?? {};
      return toMask({ width, height, values: await valuesOf(array, row) });
    },
  };

  async function valuesOf(array: Hdf5Array, row: number): Promise<MaskNumbers["values"]> {
    const numbers = await array.numbers(row, 1);
    const wrong = numbers.find((value) => !Number.isInteger(value) || value < 0 || value > 65_535);
    if (wrong === undefined) return Uint16Array.from(numbers);
    const advice = "Save the number of each pixel's class.";
    const where = { ...place, key: `${array.path}[${row}]` };
    throw hdf5Fault(where, { expected: "whole numbers from 0 to 65535", found: String(wrong), advice });
  }
}
