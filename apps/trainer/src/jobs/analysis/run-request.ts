import type { LatentRows } from "@diaphane/model";
import type { ComputeProcess } from "../../compute/start-compute-process.ts";
import type { JobServices } from "../job-services.ts";
import { atlasInput } from "./atlas-input.ts";
import { makeReport } from "./bias-report.ts";
import { directionInput } from "./direction-input.ts";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";
import { explanationInput } from "./explanation-input.ts";
import { mapInput } from "./map-input.ts";
import { makePresetResult } from "./preset-result.ts";

/** An analysis whose codes are all there. */
export interface ReadyAnalysis {
  services: JobServices;
  claimed: ClaimedAnalysis;
  /** Of all images, in index order. */
  rows: LatentRows;
  /** The external data of a preset, with their codes. */
  elsewhere: (NonNullable<ClaimedAnalysis["external"]> & { rows: LatentRows }) | null;
  process: ComputeProcess;
  onProgress(share: number): void;
}

/** What is asked of the codes; nothing for codes alone. */
export async function runRequest(ready: ReadyAnalysis): Promise<object | undefined> {
  const { claimed, process, onProgress } = ready;
  const { request } = claimed;
  if (request.kind === "ATLAS") return await process.call("atlas", await atlasInput(ready), onProgress);
  if (request.kind === "MAP") return await process.call("map", mapInput(ready, request), onProgress);
  if (request.kind === "BIAS_REPORT") return await makeReport(ready, request);
  if (request.kind === "PRESET") return await makePresetResult(ready, request);
  if (request.kind === "DIRECTION") {
    return await process.call("direction", directionInput(ready, request), onProgress);
  }
  if (request.kind === "EXPLANATION_CHECK") {
    return await process.call("explanationCheck", await explanationInput(ready, request), onProgress);
  }
  return undefined;
}
