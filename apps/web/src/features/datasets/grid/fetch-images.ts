import { formatIndexRanges } from "../index-ranges.ts";
import { type ImageShape, imageBytes } from "./image-pixels.ts";

export function imagesUrl(versionId: string, indices: ArrayLike<number>): string {
  return `/api/datasets/${encodeURIComponent(versionId)}/images?indices=${formatIndexRanges(indices)}`;
}

/**
 * Fetches the images at `indices` (ascending) as uint8 `[indices.length, height, width, channels]`. A version never
 * changes, so the browser may keep the answer. Throws when the answer is not what was asked for.
 */
export async function fetchImages(
  versionId: string,
  shape: ImageShape,
  indices: ArrayLike<number>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = imagesUrl(versionId, indices);
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const pixels = new Uint8Array(await response.arrayBuffer());
  const expected = indices.length * imageBytes(shape);
  if (pixels.byteLength !== expected) throw new Error(`${url}: ${expected} bytes expected, ${pixels.byteLength} found`);
  return pixels;
}
