import type { ImageSet, Images } from "../images/image-set.ts";

/** Of a digest kept: with 10⁶ images on either side, one chance in 10⁷ that two different ones are taken for one. */
export const digestBytes = 8;

/** Digests in flight at once: enough to keep the engine's threads busy, too few to hold a set's pixels twice. */
const chunk = 256;

/**
 * What tells an image from every other one, however it is stored: SHA-256 over its sides and raw pixels, cut to 8 bytes, as 16
 * hexadecimal digits. Colour images that are gray in every pixel count as gray ones. Null for an image of a single value: such blank
 * ones are in many sets and show nobody.
 *
 * Pixels are taken as they come, before they are fitted to a network: other sizes of the same image stay unnoticed either way, as
 * fitting depends on the size that it begins with. A set that was fitted brings the digests from before along.
 */
export async function imageDigests(set: Images & Pick<ImageSet, "digests">): Promise<readonly (string | null)[]> {
  if (set.digests) return set.digests;
  const { count, height, width, channels, images } = set;
  const stride = height * width * channels;
  const digests: (string | null)[] = [];
  for (let from = 0; from < count; from += chunk) {
    const rows = Array.from({ length: Math.min(chunk, count - from) }, (_, row) => from + row);
    const pending = rows.map((row) =>
      imageDigest(images.subarray(row * stride, (row + 1) * stride), [height, width, channels]),
    );
    digests.push(...(await Promise.all(pending)));
  }
  return digests;
}

async function imageDigest(
  pixels: Uint8Array,
  [height, width, channels]: [number, number, number],
): Promise<string | null> {
  const plain = channels === 3 && isGray(pixels) ? pixels.filter((_, place) => place % 3 === 0) : pixels;
  if (plain.every((value) => value === plain[0])) return null;
  const sides = new TextEncoder().encode(`${height}×${width}×${plain.length / (height * width)}:`);
  const bytes = new Uint8Array(sides.length + plain.length);
  bytes.set(sides);
  bytes.set(plain, sides.length);
  return await shortDigest(bytes);
}

function isGray(pixels: Uint8Array): boolean {
  for (let place = 0; place < pixels.length; place += 3) {
    if (pixels[place] !== pixels[place + 1] || pixels[place] !== pixels[place + 2]) return false;
  }
  return true;
}

/** The first 8 bytes of SHA-256, in hexadecimal. */
export async function shortDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, digestBytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
