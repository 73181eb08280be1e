import path from "node:path";
import { DataError, type ImageSourceMeta } from "@diaphane/data";
import type { ModelConfig } from "@diaphane/model";

/** What a model tells apart. */
export type Heads = Pick<ModelConfig, "classes" | "maskClasses" | "boxClasses">;

/** What both the file and the model have must be of the same classes, and something has to be left to measure. */
export function checkLearned(file: string, meta: ImageSourceMeta, model: Heads): void {
  const kinds = ["classes", "maskClasses", "boxClasses"] as const;
  const shared = kinds.filter((kind) => meta[kind].length > 0 && model[kind].length > 0);
  for (const kind of shared.length > 0 ? shared : kinds) checkClasses(file, meta[kind], model[kind]);
}

/**
 * Names come from the file's own name where that is a known set, else they are numbers: a file of one's own is taken when the
 * model has all its numbers.
 */
function checkClasses(file: string, found: readonly string[], expected: readonly string[]): void {
  const isSame = found.length === expected.length && found.every((name, i) => name === expected[i]);
  const isNumbered =
    found.every((name, i) => name === `class ${i}`) || expected.every((name, i) => name === `class ${i}`);
  if (isSame || (isNumbered && found.length <= expected.length)) return;
  throw new DataError({
    code: "wrong-labels",
    file: path.basename(file),
    expected: `the model's ${expected.length} classes (${expected.join(", ")})`,
    found: `${found.length} (${found.join(", ")})`,
    advice: "Measure the model on images of the task that it was trained for.",
  });
}
