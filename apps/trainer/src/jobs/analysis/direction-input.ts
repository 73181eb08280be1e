import type { DirectionInput } from "@diaphane/model";
import { rowsOf } from "@diaphane/model/probe";
import { basisOf } from "./basis.ts";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/** Every resample is fitted anew, so more would take minutes. */
const mostImages = 4000;

/** Codes of held-out images with a known attribute, and who has it: one value against all others, or more than the median. */
export function directionInput(
  { claimed, rows }: ReadyAnalysis,
  request: Extract<ClaimedAnalysis["request"], { kind: "DIRECTION" }>,
): Omit<DirectionInput, "head"> {
  const { attribute, method, seed, resamples, withinClass } = request;
  const found = claimed.attributes.find(({ name }) => name === attribute);
  if (!found) throw new Error(`The data have no attribute ${attribute}.`);
  const { values, column } = found;
  // Of two values the direction points to the second.
  const value = values.length === 0 ? null : (request.value ?? values.at(-1) ?? null);
  const labelOf = (index: number) => claimed.samples.labels[index] ?? -1;
  const usable = (index: number) => Number.isFinite(column[index]) && (!withinClass || labelOf(index) >= 0);
  const indices = basisOf(claimed, mostImages).indices.filter(usable);
  const numbers = Float32Array.from(indices, (index) => column[index] ?? Number.NaN);
  const median = numbers.toSorted()[Math.floor((numbers.length - 1) / 2)] ?? 0;
  const place = value === null ? -1 : values.indexOf(value);
  return {
    ...{ attribute, value, method, seed, resamples },
    mu: rowsOf(rows.mu, rows.latentDim, indices),
    members: Int32Array.from(numbers, (number) => ((value === null ? number > median : number === place) ? 1 : 0)),
    strata: withinClass ? Int32Array.from(indices, labelOf) : null,
    // Who is not named is somebody of their own.
    subjects: indices.map((index) => claimed.subjects?.[index] ?? `image ${index}`),
  };
}
