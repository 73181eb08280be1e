import { type PresetMethod, presetMethods } from "@diaphane/model/debias";
import type { MadePreset } from "../../compute/make-preset.ts";
import { auditInput, placesOf } from "./audit-input.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/**
 * A preset fitted on the validation images, with its evidence on the test images: before and after. Who has an image among the
 * evidence is left out of the fit.
 */
export async function makePresetResult(
  ready: ReadyAnalysis,
  request: { attributes: string[]; method: string; alpha?: number | undefined; draws: number; seed: number },
): Promise<MadePreset> {
  const { attributes, method, alpha, draws, seed } = request;
  const evidencePlaces = placesOf(ready, "TEST");
  const { subjects } = ready.claimed;
  const seen = new Set(evidencePlaces.flatMap((place) => subjects?.[place] ?? []));
  const fitPlaces = placesOf(ready, "VALIDATION").filter((place) => !seen.has(subjects?.[place] ?? ""));
  const input = {
    fit: { ...auditInput(ready, fitPlaces, attributes), split: "VALIDATION" },
    evidence: auditInput(ready, evidencePlaces, attributes),
    options: { ...{ method: methodOf(method), seed, draws }, ...(alpha === undefined ? {} : { alpha }) },
  };
  return await ready.process.call("preset", input, ready.onProgress);
}

/** @throws RangeError naming the methods that there are */
function methodOf(name: string): PresetMethod {
  const method = presetMethods.find((one) => one === name);
  if (!method) throw new RangeError(`There is no method ${name}; there are ${presetMethods.join(", ")}.`);
  return method;
}
