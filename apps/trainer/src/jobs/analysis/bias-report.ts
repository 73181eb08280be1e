import { auditedPlaces } from "@diaphane/core";
import type { BiasReport } from "@diaphane/model/bias";
import { auditInput, originOf } from "./audit-input.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/**
 * The bias report of an analysis, over the test images, or over those for validation where there are none. The rows of its slices
 * are places in the data set version.
 */
export async function makeReport(
  ready: ReadyAnalysis,
  request: { attributes: string[]; draws: number; seed: number },
): Promise<BiasReport> {
  const { attributes, draws, seed } = request;
  const places = auditedPlaces(ready.claimed.samples, originOf(ready));
  const input = { request: auditInput(ready, places, attributes), options: { seed, draws, permutations: draws } };
  const report = await ready.process.call("audit", input, ready.onProgress);
  const slices = report.slices.map((slice) => ({ ...slice, rows: slice.rows.map((row) => places[row] ?? 0) }));
  return { ...report, slices };
}
