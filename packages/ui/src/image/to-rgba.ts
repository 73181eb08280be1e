import type { Rgb } from "../colour/interpolate.ts";

export interface Picture {
  /** `[height, width, channels]`; bytes 0 … 255, or floats 0 … 1 (any range when there is a colour map). */
  pixels: Uint8Array | Uint8ClampedArray | Float32Array;
  width: number;
  height: number;
  channels: 1 | 3;
}

/** From a pixel's value (floats as they are, bytes divided by 255) to its colour. */
export type ColourMap = (value: number) => Rgb;

/**
 * The picture as canvas pixels, `[height, width, 4]`. With a colour map only the first channel is read.
 * @throws RangeError when the pixels don't fill `[height, width, channels]`.
 */
export function toRgba(picture: Picture, colourMap?: ColourMap): Uint8ClampedArray<ArrayBuffer> {
  const { pixels, width, height, channels } = picture;
  if (pixels.length !== width * height * channels) {
    throw new RangeError(`Expected ${height} × ${width} × ${channels} pixel values, got ${pixels.length}`);
  }
  const scale = pixels instanceof Float32Array ? 1 : 1 / 255;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index++) {
    const first = (pixels[index * channels] ?? 0) * scale;
    const to = index * 4;
    if (colourMap) {
      const colour = colourMap(first);
      rgba[to] = colour[0];
      rgba[to + 1] = colour[1];
      rgba[to + 2] = colour[2];
    } else {
      rgba[to] = first * 255;
      rgba[to + 1] = channels === 3 ? (pixels[index * 3 + 1] ?? 0) * scale * 255 : first * 255;
      rgba[to + 2] = channels === 3 ? (pixels[index * 3 + 2] ?? 0) * scale * 255 : first * 255;
    }
    rgba[to + 3] = 255;
  }
  return rgba;
}
