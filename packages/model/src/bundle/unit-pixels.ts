import type { Images } from "../images/image-set.ts";

/** Pixels in 0…1 of some images, from bytes: `[rows, height, width, channels]`. */
export function unitPixels({ images, height, width, channels }: Images, from: number, rows: number): Float32Array {
  const stride = height * width * channels;
  const bytes = images.subarray(from * stride, (from + rows) * stride);
  const pixels = new Float32Array(bytes.length);
  for (let place = 0; place < bytes.length; place++) pixels[place] = (bytes[place] ?? 0) / 255;
  return pixels;
}
