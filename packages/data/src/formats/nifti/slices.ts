import type { PictureSize } from "../records/image-record.ts";
import type { NiftiHeader } from "./nifti-header.ts";

export type Plane = "axial" | "coronal" | "sagittal";

/** How slices of a volume lie in its voxels: steps from one column, row and slice to the next. */
export interface Slices {
  count: number;
  width: number;
  height: number;
  /** Of the first column of the first row of the first slice. */
  start: number;
  steps: { column: number; row: number; slice: number };
}

/** Axes of the person: to the right, to the front, to the head. */
const [RIGHT, FRONT, HEAD] = [0, 1, 2];

/** Columns, rows and slices of each plane, and which of them run against the person's axis. */
const PLANES: Record<Plane, { column: number; row: number; slice: number }> = {
  axial: { column: RIGHT, row: FRONT, slice: HEAD },
  coronal: { column: RIGHT, row: HEAD, slice: FRONT },
  sagittal: { column: FRONT, row: HEAD, slice: RIGHT },
};

/**
 * Slices as radiologists look at them: the person's right on the left, the front up in axial ones and the head up in the others, the
 * front on the left in sagittal ones; from foot to head, back to front, left to right. Without an orientation axes are taken to run to the right,
 * the front and the head.
 */
export function slicesOf({ shape, orientation }: Pick<NiftiHeader, "shape" | "orientation">, plane: Plane): Slices {
  const axes = orientation?.axes ?? [RIGHT, FRONT, HEAD];
  const isBackwards = orientation?.isBackwards ?? [false, false, false];
  const strides = [1, shape[0], shape[0] * shape[1]];
  let start = 0;
  const along = (axis: number, isReversed: boolean) => {
    const voxelAxis = axes.indexOf(axis);
    const [side, stride] = [shape[voxelAxis] ?? 1, strides[voxelAxis] ?? 1];
    const isDown = isReversed !== (isBackwards[voxelAxis] ?? false);
    if (isDown) start += (side - 1) * stride;
    return { side, step: isDown ? -stride : stride };
  };
  const { column, row, slice } = PLANES[plane];
  const [columns, rows, slices] = [along(column, true), along(row, true), along(slice, false)];
  const steps = { column: columns.step, row: rows.step, slice: slices.step };
  return { count: slices.side, width: columns.side, height: rows.side, start, steps };
}

/** One slice of values, `[height, width, channels]`. */
export function takeSlice<Values extends Uint8Array | Uint16Array | Float64Array>(
  values: ArrayLike<number>,
  { width, height, start, steps }: Slices,
  { slice, channels, into }: { slice: number; channels: PictureSize["channels"]; into: Values },
): Values {
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (start + slice * steps.slice + y * steps.row + x * steps.column) * channels;
      for (let c = 0; c < channels; c++) into[to++] = values[from + c] ?? 0;
    }
  }
  return into;
}

/** An orientation in the field's letters, such as `LAS`: where each voxel axis runs to. */
export function orientationName(orientation: NiftiHeader["orientation"]): string {
  if (!orientation) return "not said, taken as RAS";
  const letters = ["RL", "AP", "SI"];
  return orientation.axes.map((axis, i) => letters[axis]?.[orientation.isBackwards[i] ? 1 : 0] ?? "?").join("");
}
