import { formatIndexRanges } from "../index-ranges.ts";
import { type ImageShape, imageBytes } from "./image-pixels.ts";

export function imagesUrl(versionId: string, indices: ArrayLike<number>, kind: "images" | "masks" = "images"): string {
  return `/api/datasets/${encodeURIComponent(versionId)}/${kind}?indices=${formatIndexRanges(indices)}`;
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
  return await fetchPixels(imagesUrl(versionId, indices), indices.length * imageBytes(shape), signal);
}

/** The same for masks: uint8 `[indices.length, height, width]`, the class of each pixel. */
export async function fetchMasks(
  versionId: string,
  { height, width }: ImageShape,
  indices: ArrayLike<number>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return await fetchPixels(imagesUrl(versionId, indices, "masks"), indices.length * height * width, signal);
}

/** Pixels from an address that answers with `expected` bytes of them. */
export async function fetchPixels(url: string, expected: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const pixels = new Uint8Array(await response.arrayBuffer());
  if (pixels.byteLength !== expected) throw new Error(`${url}: ${expected} bytes expected, ${pixels.byteLength} found`);
  return pixels;
}
