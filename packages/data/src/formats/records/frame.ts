import type { PictureSize } from "./image-record.ts";
import type { ImportOptions } from "./import-options.ts";

/** Within what a data set version can hold. */
const [MIN_SIDE, MAX_SIDE] = [8, 1024];
/** What images of several sizes are fitted to at most, unless a size is asked for. */
const USUAL_SIDE = 224;

/** The one size that all images get: their own when they have one, else a square that they are fitted into. */
export function frameFor(sizes: readonly PictureSize[], { size, channels }: ImportOptions): PictureSize {
  const found: 1 | 3 = sizes.some((one) => one.channels === 3) ? 3 : 1;
  const depth = { channels: channels ?? found };
  const [first] = sizes;
  if (size !== undefined || !first) return { width: size ?? USUAL_SIDE, height: size ?? USUAL_SIDE, ...depth };
  const isOne = sizes.every(({ width, height }) => width === first.width && height === first.height);
  const isAllowed = Math.min(first.width, first.height) >= MIN_SIDE && Math.max(first.width, first.height) <= MAX_SIDE;
  if (isOne && isAllowed) return { width: first.width, height: first.height, ...depth };
  const longest = sizes.reduce((most, { width, height }) => Math.max(most, width, height), MIN_SIDE);
  const side = Math.min(USUAL_SIDE, longest);
  return { width: side, height: side, ...depth };
}
