import { auditedPlaces } from "@diaphane/core";
import type { BiasReport } from "@diaphane/model/bias";
import { auditInput, originOf } from "./audit-input.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/**
 * The bias report of an analysis, over the test images, or over those for validation where there are none. The rows of its slices
 * are places in the data set version, and those alike are looked for among all of its images.
 */
export async function makeReport(
  ready: ReadyAnalysis,
  asked: { attributes: string[]; draws: number; seed: number },
): Promise<BiasReport> {
  const { attributes, draws, seed } = asked;
  const places = auditedPlaces(ready.claimed.samples, originOf(ready));
  const { samples } = ready.claimed;
  const whole = { codes: ready.rows.mu, labels: Int32Array.from(samples.labels) };
  const request = { ...auditInput(ready, places, attributes), whole };
  const input = { request, options: { seed, draws, permutations: draws } };
  const report = await ready.process.call("audit", input, ready.onProgress);
  const slices = report.slices.map((slice) => ({ ...slice, rows: slice.rows.map((row) => places[row] ?? 0) }));
  return { ...report, slices };
}
