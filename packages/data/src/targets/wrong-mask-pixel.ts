import { IGNORED_PIXEL } from "../image-source.ts";

/**
 * Where the first pixel is that names no class, or −1.
 *
 * @param masks uint8 of any shape
 * @param classes how many mask classes there are
 */
export function wrongMaskPixel(masks: Uint8Array, classes: number): number {
  for (let i = 0; i < masks.length; i++) {
    const value = masks[i] ?? 0;
    if (value >= classes && value !== IGNORED_PIXEL) return i;
  }
  return -1;
}
