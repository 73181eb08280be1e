/** The kinds of image files that are read. */
export type ImageKind = "png" | "jpeg" | "tiff";

const SIGNATURES: readonly [ImageKind, readonly number[]][] = [
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What a file is by its first bytes, whatever its name says; null for everything else, SVG and HTML among it. */
export function imageKind(start: Uint8Array): ImageKind | null {
  const found = SIGNATURES.find(([, bytes]) => bytes.every((byte, i) => start[i] === byte));
  return found ? found[0] : null;
}

/** Whether a path has the ending of an image file. Only a hint: what counts is what is in it. */
export function hasImageEnding(path: string): boolean {
  return /\.(png|jpe?g|tiff?)$/i.test(path);
}
