import { DataError } from "../data-error.ts";
import type { Npz } from "./npz.ts";

/** The prefix of each split's arrays, in the order of `SPLITS`. */
export const SPLIT_PREFIXES = ["train", "val", "test"] as const;

/**
 * Whether a file has an array that every split has or none: `labels`, `masks`, `boxes`, `subjects`.
 *
 * @throws DataError `missing-key` for a split that lacks what another one has
 */
export function hasInEverySplit(npz: Npz, suffix: string): boolean {
  const keys = SPLIT_PREFIXES.map((prefix) => `${prefix}_${suffix}`);
  const there = keys.filter((key) => npz.keys.includes(key));
  if (there.length === 0 || there.length === keys.length) return there.length > 0;
  throw new DataError({
    code: "missing-key",
    file: npz.file,
    key: keys.find((key) => !there.includes(key)) ?? suffix,
    expected: `an array of this name, as there is ${there.join(" and ")}`,
    found: "none",
    advice: `Save ${keys.join(", ")}, or none of them.`,
  });
}
