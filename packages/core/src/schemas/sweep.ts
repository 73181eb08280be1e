import { z } from "zod";
import { displayName, id, jsonObject, slug } from "./common-fields.ts";
import { seed } from "./run.ts";

/** How many runs one request may make: room for two sizes × five seeds × six values. */
export const sweepRuns = { least: 2, most: 60 } as const;

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}

export const startSweepInput = z.object({
  group: slug,
  datasetVersionId: id,
  /** The group's model of this name gets a version from every run, or is made. */
  modelName: displayName,
  /** Whole training configurations, each of which is trained with each seed. */
  configs: z.array(jsonObject).min(1).max(sweepRuns.most).refine(isUnique, { message: "each setting once" }),
  seeds: z.array(seed).min(1).max(sweepRuns.most).refine(isUnique, { message: "each seed once" }),
});

export const listSweepsInput = z.object({ group: slug });
export const getSweepInput = z.object({ sweepId: id });
export const cancelSweepInput = z.object({ sweepId: id });
export const retrySweepInput = z.object({ sweepId: id });
