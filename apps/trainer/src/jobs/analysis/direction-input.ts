import type { DirectionInput } from "@diaphane/model";
import { rowsOf } from "@diaphane/model/probe";
import { basisOf } from "./basis.ts";
import { completePairs } from "./complete-pairs.ts";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/** Every resample is fitted anew, so more would take minutes. */
const mostImages = 4000;

/**
 * Codes of held-out images with a known attribute, and who has it: one value against all others, or more than the median. Of pairs those whose
 * two images are both there, one without and one with it.
 */
export function directionInput(
  { claimed, rows }: ReadyAnalysis,
  request: Extract<ClaimedAnalysis["request"], { kind: "DIRECTION" }>,
): Omit<DirectionInput, "head"> {
  const { attribute, method, seed, resamples, pairedBy } = request;
  // What a pair has in common, the label among it, is out already.
  const withinClass = request.withinClass && pairedBy === undefined;
  const { values, column } = columnOf(claimed, attribute);
  // Of two values the direction points to the second.
  const value = values.length === 0 ? null : (request.value ?? values.at(-1) ?? null);
  const labelOf = (index: number) => claimed.samples.labels[index] ?? -1;
  const usable = (index: number) => Number.isFinite(column[index]) && (!withinClass || labelOf(index) >= 0);
  const known = basisOf(claimed, pairedBy === undefined ? mostImages : Number.POSITIVE_INFINITY).indices.filter(usable);
  const median = medianOf(known.map((index) => column[index] ?? Number.NaN));
  const place = value === null ? -1 : values.indexOf(value);
  const memberOf = (index: number) => {
    const number = column[index] ?? Number.NaN;
    return (value === null ? number > median : number === place) ? 1 : 0;
  };
  const paired =
    pairedBy === undefined ? null : completePairs(known, columnOf(claimed, pairedBy).column, memberOf, mostImages);
  const indices = paired?.indices ?? known;
  // Who is not named is somebody of their own; a pair is of one person whatever is said.
  const subjectOf = (index: number, row: number) => {
    const pair = paired?.pairs[row];
    const first = pair === undefined ? index : (paired?.firsts[pair] ?? index);
    return claimed.subjects?.[first] ?? `image ${first}`;
  };
  return {
    ...{ attribute, value, method, seed, resamples },
    mu: rowsOf(rows.mu, rows.latentDim, indices),
    members: Int32Array.from(indices, memberOf),
    strata: withinClass ? Int32Array.from(indices, labelOf) : null,
    pairs: paired && Int32Array.from(paired.pairs),
    subjects: indices.map(subjectOf),
  };
}

function columnOf({ attributes }: ClaimedAnalysis, attribute: string): ClaimedAnalysis["attributes"][number] {
  const found = attributes.find(({ name }) => name === attribute);
  if (!found) throw new Error(`The data have no attribute ${attribute}.`);
  return found;
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
