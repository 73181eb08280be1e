import type { DataSet } from "dicom-parser";

/** Values at and below `low` are black, at and above `high` white. */
export interface Window {
  low: number;
  high: number;
}

/**
 * The window that a frame is shown with: the file's first (linear function, PS3.3 C.11.2.1.2), else the whole range of its
 * values.
 *
 * @param values in units of the modality
 */
export function windowOf(dataSet: DataSet, values: Float32Array): Window {
  const [center, width] = [dataSet.floatString("x00281050"), dataSet.floatString("x00281051")];
  if (center !== undefined && width !== undefined && Number.isFinite(center) && width > 1) {
    return { low: center - 0.5 - (width - 1) / 2, high: center - 0.5 + (width - 1) / 2 };
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
