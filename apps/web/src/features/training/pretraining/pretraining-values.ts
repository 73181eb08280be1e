import { pretrainingSets } from "@diaphane/core/schemas";
import { pretrainingConfig, type SizeName, sizeNames, type TrainingConfig } from "@diaphane/model/config";
import { z } from "zod";
import type { DatasetOption } from "../form/training-options.ts";

const longestName = 100;

/** The form; messages are keys of the training form's texts, with a bound behind a colon. */
export const pretrainingValues = z.object({
  versionIds: z
    .array(z.string())
    .min(pretrainingSets.least, { error: `tooFewSets:${pretrainingSets.least}` })
    .max(pretrainingSets.most, { error: `tooManySets:${pretrainingSets.most}` }),
  size: z.enum(sizeNames, { error: "invalid" }),
  name: z
    .string()
    .trim()
    .min(1, { error: "required" })
    .max(longestName, { error: `tooLong:${longestName}` }),
  epochs: z.int({ error: "integer" }).min(1, { error: "min:1" }).max(10_000, { error: "max:10000" }),
  exponent: z.number({ error: "number" }).min(0, { error: "min:0" }).max(1, { error: "max:1" }),
  erasedShare: z.number({ error: "number" }).min(0, { error: "min:0" }).max(0.9, { error: "max:0.9" }),
  seed: z.int({ error: "integer" }).min(0, { error: "min:0" }).max(2_147_483_647, { error: "max:2147483647" }),
});
export type PretrainingValues = z.infer<typeof pretrainingValues>;

/** What these sets and this size would be learned with if nobody changed a thing. */
export function defaultPretraining(datasets: readonly DatasetOption[], size: SizeName): TrainingConfig {
  return pretrainingConfig({
    size,
    channels: datasets.some(({ channels }) => channels === 3) ? 3 : 1,
    groups: datasets
      .filter(({ classes, labelledCount }) => classes.length > 1 && labelledCount > 0)
      .map(({ name, classes }) => ({ set: name, classes: [...classes] })),
    count: Math.max(1, sumOf(datasets, "trainCount")),
  });
}

/** The configuration that the form asks for. */
export function pretrainingConfigOf(
  datasets: readonly DatasetOption[],
  { size, epochs, exponent, erasedShare }: PretrainingValues,
): TrainingConfig {
  const config = defaultPretraining(datasets, size);
  const { erasing } = config;
  return {
    ...config,
    epochs,
    setSampling: { exponent },
    erasing: erasing.kind === "patches" && erasedShare > 0 ? { ...erasing, ratio: erasedShare } : { kind: "none" },
  };
}

/** Images of all of them in one split. */
export function sumOf(
  datasets: readonly DatasetOption[],
  split: "trainCount" | "validationCount" | "testCount",
): number {
  return datasets.reduce((sum, dataset) => sum + dataset[split], 0);
}
