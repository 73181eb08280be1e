import { z } from "zod";
import type { PictureMask } from "../records/image-record.ts";

const size = z.tuple([z.int().positive(), z.int().positive()]);

/** Polygons (`[x, y, x, y, …]`), or run lengths down the columns, plain or as COCO's text. */
export const cocoShape = z.union([
  z.array(z.array(z.number()).min(6)),
  z.object({ size, counts: z.union([z.array(z.int().min(0)), z.string()]) }),
]);
export type CocoShape = z.infer<typeof cocoShape>;

/** Draws shapes in their order, each with its value; background 0. */
export function cocoMask(
  shapes: readonly { shape: CocoShape; value: number }[],
  { width, height }: { width: number; height: number },
): PictureMask {
  const classes = new Uint8Array(width * height);
  for (const { shape, value } of shapes) {
    if (!Array.isArray(shape)) fillRuns(classes, { width, height, value }, shape);
    else for (const polygon of shape) fillPolygon(classes, { width, height, value }, polygon);
  }
  return { width, height, classes };
}

interface Ink {
  width: number;
  height: number;
  value: number;
}

/** Even and odd: a pixel is inside when its centre is. */
function fillPolygon(classes: Uint8Array, { width, height, value }: Ink, polygon: readonly number[]): void {
  const corners = polygon.length / 2;
  for (let y = 0; y < height; y++) {
    const crossings: number[] = [];
    for (let i = 0; i < corners; i++) {
      const j = (i + 1) % corners;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [polygon[2 * i], polygon[2 * i + 1], polygon[2 * j], polygon[2 * j + 1]];
      if (y1 > y + 0.5 !== y2 > y + 0.5) crossings.push(x1 + ((y + 0.5 - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] ?? 0) - 0.5));
      const to = Math.min(width, Math.ceil((crossings[i + 1] ?? 0) - 0.5));
      if (to > from) classes.fill(value, y * width + from, y * width + to);
    }
  }
}

function fillRuns(
  classes: Uint8Array,
  { width, height, value }: Ink,
  { size: [rows], counts }: { size: [number, number]; counts: number[] | string },
): void {
  const runs = typeof counts === "string" ? decodeCounts(counts) : counts;
  let at = 0;
  for (const [i, run] of runs.entries()) {
    const end = Math.min(at + run, rows * width);
    if (i % 2 === 1) {
      for (let p = at; p < end; p++) {
        const [x, y] = [Math.floor(p / rows), p % rows];
        if (x < width && y < height) classes[y * width + x] = value;
      }
    }
    at = end;
  }
}

/** COCO's text of run lengths: 5 bits a character, and from the third run on the difference to the last but one. */
function decodeCounts(text: string): number[] {
  const runs: number[] = [];
  for (let at = 0; at < text.length; ) {
    let [value, shift, code] = [0, 0, 0];
    do {
      code = text.charCodeAt(at++) - 48;
      value |= (code & 0x1f) << shift;
      shift += 5;
    } while (code & 0x20 && at < text.length && shift < 30);
    if (code & 0x10) value |= -1 << shift;
    runs.push(runs.length > 2 ? value + (runs.at(-2) ?? 0) : value);
  }
  return runs.map((run) => Math.max(0, run));
}
