import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { InputSize, SizeName } from "../../packages/model/src/network/model-config.ts";

export interface GrowthRequest {
  size: SizeName;
  inputSize: InputSize;
  batchSize: number;
  /** In the training set. */
  images: number;
  /** Where they lie: a training by the command line has them in memory, one of the platform in files. */
  place: "memory" | "files";
  /** Timed ones. */
  steps: number;
  /** Further ones over which memory is watched. */
  flatSteps: number;
}

const growthAnswer = z.object({
  version: z.string(),
  stepMs: z.number(),
  /** The part of a step in which its input is made ready. */
  prepareMs: z.number(),
  peakMegabytes: z.number(),
  /** Resident memory after the further steps less that before them. */
  grownMegabytes: z.number(),
});
export type GrowthAnswer = z.infer<typeof growthAnswer>;

export async function measureCase(request: GrowthRequest): Promise<GrowthAnswer> {
  const script = fileURLToPath(new URL("./measure-case.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request)]);
  return growthAnswer.parse(JSON.parse(stdout));
}
