/** Size of every image of a version. */
export interface ImageShape {
  height: number;
  width: number;
  /** 1 for grey, 3 for colour. */
  channels: number;
}

export function imageBytes(shape: ImageShape): number {
  return shape.height * shape.width * shape.channels;
}

/** Spreads one image, uint8 `[height, width, channels]`, into the four bytes a pixel that a canvas takes. */
export function spreadToRgba(pixels: Uint8Array, shape: ImageShape, rgba: Uint8ClampedArray): void {
  const { channels } = shape;
  const [green, blue] = channels === 3 ? [1, 2] : [0, 0];
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    rgba[to] = pixels[from] ?? 0;
    rgba[to + 1] = pixels[from + green] ?? 0;
    rgba[to + 2] = pixels[from + blue] ?? 0;
    rgba[to + 3] = 255;
  }
}

/**
 * Makes a function that draws one image into a square of a canvas. One small canvas in between serves for all of
 * them: `putImageData` itself can't scale.
 */
export function createImageDrawer(shape: ImageShape) {
  const between = document.createElement("canvas");
  between.width = shape.width;
  between.height = shape.height;
  const context = between.getContext("2d", { willReadFrequently: true });
  const data = context?.createImageData(shape.width, shape.height);
  // Images that aren't square keep their proportions inside the cell.
  const scale = 1 / Math.max(shape.width, shape.height);

  return function drawImage(target: CanvasRenderingContext2D, pixels: Uint8Array, x: number, y: number, edge: number) {
    if (!context || !data) return;
    spreadToRgba(pixels, shape, data.data);
    context.putImageData(data, 0, 0);
    const width = shape.width * scale * edge;
    const height = shape.height * scale * edge;
    target.drawImage(between, x + (edge - width) / 2, y + (edge - height) / 2, width, height);
  };
}

export type DrawImage = ReturnType<typeof createImageDrawer>;
