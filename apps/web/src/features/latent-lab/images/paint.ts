import { type ColourMap, diverging, viridis } from "@diaphane/ui";
import type { AttentionMap, Picture } from "./picture.ts";

const STEPS = 255;
const divergingTable = tableOf((share) => diverging(share * 2 - 1, "black"));
const attentionTable = tableOf(viridis);

/** Paints a picture at its own size; CSS scales the canvas up. */
export function paintPicture(canvas: HTMLCanvasElement, { pixels, channels, height, width }: Picture): void {
  paint(canvas, height, width, (rgba, pixel) => {
    for (let c = 0; c < 3; c++) rgba[pixel * 4 + c] = (pixels[pixel * channels + (channels === 3 ? c : 0)] ?? 0) * 255;
    rgba[pixel * 4 + 3] = 255;
  });
}

/** Paints pictures of one size side by side. */
export function paintStrip(canvas: HTMLCanvasElement, pictures: readonly Picture[]): void {
  const [first] = pictures;
  if (!first) return;
  const { height, width, channels } = first;
  const total = width * pictures.length;
  paint(canvas, height, total, (rgba, pixel) => {
    const [row, column] = [Math.floor(pixel / total), pixel % total];
    const from = (row * width + (column % width)) * channels;
    const { pixels } = pictures[Math.floor(column / width)] ?? first;
    for (let c = 0; c < 3; c++) rgba[pixel * 4 + c] = (pixels[from + (channels === 3 ? c : 0)] ?? 0) * 255;
    rgba[pixel * 4 + 3] = 255;
  });
}

/** Paints `after − before`, averaged over channels, from −`scale` (blue) over 0 (dark) to `scale` (orange). */
export function paintDifference(canvas: HTMLCanvasElement, before: Picture, after: Picture, scale: number): void {
  const { channels } = after;
  paint(canvas, after.height, after.width, (rgba, pixel) => {
    let sum = 0;
    for (let at = pixel * channels; at < (pixel + 1) * channels; at++)
      sum += (after.pixels[at] ?? 0) - (before.pixels[at] ?? 0);
    write(rgba, pixel, divergingTable, (sum / channels / scale + 1) / 2);
    rgba[pixel * 4 + 3] = 255;
  });
}

/** Paints an attention map see-through: what was hardly looked at stays as it is. */
export function paintAttention(canvas: HTMLCanvasElement, map: AttentionMap): void {
  paint(canvas, map.height, map.width, (rgba, pixel) => {
    const weight = map.weights[pixel] ?? 0;
    write(rgba, pixel, attentionTable, weight);
    rgba[pixel * 4 + 3] = 190 * weight ** 2;
  });
}

/** Paints signed values `[height, width]` see-through, from −`scale` (blue) to `scale` (orange): what is near zero stays as it is. */
export function paintSigned(
  canvas: HTMLCanvasElement,
  { values, height, width }: { values: Float32Array; height: number; width: number },
  scale: number,
): void {
  paint(canvas, height, width, (rgba, pixel) => {
    const share = Math.min(1, Math.abs(values[pixel] ?? 0) / scale);
    const isNegative = (values[pixel] ?? 0) < 0;
    write(rgba, pixel, divergingTable, isNegative ? 0.15 : 0.85);
    rgba[pixel * 4 + 3] = 210 * share;
  });
}

/** 256 colours `[step, rgb]`: a colour map is too slow to ask for every pixel of every frame. */
function tableOf(colourMap: ColourMap): Uint8Array {
  return Uint8Array.from(Array.from({ length: STEPS + 1 }, (_, step) => [...colourMap(step / STEPS)]).flat());
}

function write(rgba: Uint8ClampedArray, pixel: number, table: Uint8Array, share: number): void {
  const entry = Math.round(Math.min(1, Math.max(0, share)) * STEPS) * 3;
  for (let c = 0; c < 3; c++) rgba[pixel * 4 + c] = table[entry + c] ?? 0;
}

function paint(
  canvas: HTMLCanvasElement,
  height: number,
  width: number,
  fill: (rgba: Uint8ClampedArray, pixel: number) => void,
): void {
  // Setting a canvas's size clears it, so only when it changes: a drag repaints sixty times a second.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(width, height);
  for (let pixel = 0; pixel < height * width; pixel++) fill(image.data, pixel);
  context.putImageData(image, 0, 0);
}
