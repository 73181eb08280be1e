import type { JsonObject } from "@diaphane/core/schemas";

/** What a reader can choose of the phantom generator's options. */
export interface PhantomChoices {
  count: number;
  /** Edge in pixels. */
  size: (typeof phantomSizes)[number];
  seed: number;
  /** Further parameters of the generator. */
  options: JsonObject;
}

export const minPhantomImages = 50;
export const maxPhantomImages = 100_000;
export const maxSeed = 2 ** 31 - 1;
export const phantomSizes = [32, 64] as const;

/** How often the corner tag is there in images with and without an opacity; null plants nothing. */
export const tagBiases = {
  tagBias0: null,
  tagBias05: { positives: 0.75, negatives: 0.25 },
  tagBias09: { positives: 0.95, negatives: 0.05 },
} as const;

/** @param pairs every picture without the tag and with it, whatever the bias */
export function phantomOptions(tagBias: keyof typeof tagBiases, pairs: boolean): JsonObject {
  if (pairs) return { pairs };
  const planted = tagBiases[tagBias];
  return planted ? { correlations: [{ attribute: "tag", ...planted }] } : {};
}

/** A whole number between `min` and `max` as people write it (spaces or commas between thousands), or null. */
export function readCount(text: string, min: number, max: number): number | null {
  const digits = text.trim().replaceAll(/[\s,](?=\d{3}\b)/g, "");
  if (!/^\d{1,10}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= min && value <= max ? value : null;
}
