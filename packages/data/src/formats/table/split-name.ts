import type { SplitName } from "../../image-source.ts";

const NAMES: Record<string, SplitName> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
};

/** The split that a word names, as people write it; null for any other word. */
export function splitName(word: string): SplitName | null {
  const name = word.trim().toLowerCase();
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null;
}

/** The first word of a path that names a split: `instances_train2017.json`, `test/images`; null when none does. */
export function splitInPath(path: string): SplitName | null {
  const words = path.split(/[/_.,\s-]/).map((word) => splitName(word.replace(/\d+$/, "")));
  return words.find((split) => split !== null) ?? null;
}
