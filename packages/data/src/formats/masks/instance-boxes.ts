import type { ImageBox } from "../../image-source.ts";
import type { MaskNumbers } from "./mask-catalogue.ts";

interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box around every instance of a map of instances, in the order of their numbers; of class 0. */
export function instanceBoxes({ width, values }: MaskNumbers): ImageBox[] {
  const bounds = new Map<number, Bounds>();
  let last: Bounds | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    // Neighbours are mostly of one instance: the map is asked only where the number changes.
    if (value !== values[i - 1]) last = bounds.get(value);
    if (value === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    if (last === undefined) {
      last = { left: x, top: y, right: x, bottom: y };
      bounds.set(value, last);
    }
    last.left = Math.min(last.left, x);
    last.right = Math.max(last.right, x);
    last.bottom = y;
  }
  return [...bounds]
    .sort(([a], [b]) => a - b)
    .map(([, { left, top, right, bottom }]) => {
      return { classIndex: 0, left, top, width: right - left + 1, height: bottom - top + 1 };
    });
}
