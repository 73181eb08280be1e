import {
  dividedCases,
  type PresetEvidence,
  type PresetInput,
  type PresetMethod,
  presetMethods,
  presetSets,
} from "@diaphane/model/debias";
import { auditInput, placesOf } from "./audit-input.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/**
 * A preset with its evidence, before and after. It is fitted, its strength chosen and its evidence made on images of three sets of
 * people, as `presetSets` divides them.
 */
export async function makePresetResult(
  ready: ReadyAnalysis,
  request: {
    attributes: string[];
    method: string;
    rank: 1 | 2;
    alpha?: number | undefined;
    draws: number;
    seed: number;
  },
): Promise<PresetEvidence> {
  const { attributes, method, rank, alpha, draws, seed } = request;
  const subjects = ready.claimed.subjects ?? undefined;
  const [validation, test] = [placesOf(ready, "VALIDATION"), placesOf(ready, "TEST")];
  const { fit, selection, evidence } = presetSets({ validation, test, subjects }, seed);
  // Together, so that the bands of a measured attribute are the same in both.
  const composed = auditInput(ready, [...fit, ...selection], attributes);
  const [fitCases, selectionCases] = dividedCases(composed, ready.rows.latentDim, fit.length);
  const input = {
    fit: { ...fitCases, split: validation.length > 0 ? "VALIDATION" : "ALL" },
    selection: selectionCases,
    evidence: auditInput(ready, evidence, attributes),
    external: externalCases(ready, attributes),
    options: { ...{ method: methodOf(method), rank, seed, draws }, ...(alpha === undefined ? {} : { alpha }) },
  };
  return await ready.process.call("preset", input, ready.onProgress);
}

/** All images of the external data; what they are called is kept with the evidence. */
function externalCases(ready: ReadyAnalysis, attributes: string[]): PresetInput["external"] {
  if (!ready.elsewhere) return null;
  const { rows, ...data } = ready.elsewhere;
  const there = { ...ready, rows, claimed: { ...ready.claimed, ...data } };
  const { dataset, number } = data.datasetVersion;
  return { set: { name: dataset.name, number }, cases: auditInput(there, placesOf(there, "TEST"), attributes) };
}

/** @throws RangeError naming the methods that there are */
function methodOf(name: string): PresetMethod {
  const method = presetMethods.find((one) => one === name);
  if (!method) throw new RangeError(`There is no method ${name}; there are ${presetMethods.join(", ")}.`);
  return method;
}
