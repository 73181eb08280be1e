import { clusteredAuroc } from "../../metrics/clustered-auroc.ts";
import { rowsOf, subjectFolds } from "../../probe/cross-validated-scores.ts";
import { project } from "../../probe/linear-probe.ts";
import { randomSource } from "../../random/random-source.ts";
import { centredHead, type Head } from "../contributions.ts";
import type { Direction, DirectionMethod } from "./direction.ts";
import { cosine, fitVector, type GroupedCodes } from "./fit-vector.ts";

export interface DirectionInput {
  attribute: string;
  value: string | null;
  method: DirectionMethod;
  seed: number;
  resamples: number;
  head: Head;
  /** `[n, latentDim]` */
  mu: Float32Array;
  /** `[n]` 0 without, 1 with the attribute */
  members: Int32Array;
  /** `[n]` labels whose difference is taken out; null: pooled */
  strata: Int32Array | null;
  /** `[n]` which two images show the same picture, one without and one with the attribute; null: each shows its own */
  pairs: Int32Array | null;
  /** `[n]` whose image it is: images of a pair have the same */
  subjects: readonly string[];
}

/** One in so many subjects is held out. */
const folds = 4;
/** An AUROC of fewer in a group says nothing. */
const leastCases = 10;

/** There are too few images with or without the attribute for a direction. */
export class TooFewForDirection extends Error {
  override readonly name = "TooFewForDirection";
}

/**
 * Fits a direction, tells how much it moves when the images are drawn anew, and how well it reads images that it has not seen.
 *
 * @throws TooFewForDirection
 */
export function makeDirection(input: DirectionInput, onProgress?: (share: number) => void): Direction {
  const { attribute, value, method, seed, resamples, head, strata } = input;
  const fold = subjectFolds(kindsOf(input), input.subjects, folds, seed);
  const rows = [...fold.keys()];
  const fitRows = rows.filter((row) => fold[row] !== 0);
  const heldRows = rows.filter((row) => fold[row] === 0);
  const fitted = countOf(input.members, fitRows);
  if (Math.min(...fitted) < leastCases) {
    const found = `${fitted[1]} images with and ${fitted[0]} without`;
    throw new TooFewForDirection(`${attribute}: ${found}; at least ${leastCases} of each are needed.`);
  }
  const vector = fitVector(method, take(input, fitRows));
  const meanCosine = meanCosineOf(input, fitRows, vector, onProgress);
  const scores = project(input.mu, vector);
  const deviation = deviationOf(scores);
  return {
    schema: "diaphane/direction@1",
    ...{ attribute, value, method, seed, fitted, deviation },
    withinClass: strata !== null,
    pairs: input.pairs && countPairs(input, input.pairs, { fitRows, heldRows, scores }),
    vector: Array.from(vector),
    stability: { meanCosine, resamples },
    heldOut: { count: heldRows.length, auroc: heldOutAuroc(input, heldRows, scores) },
    effects: effectsOf(head, vector, deviation),
  };
}

function countPairs(
  { members }: DirectionInput,
  pairs: Int32Array,
  rows: { fitRows: readonly number[]; heldRows: readonly number[]; scores: Float64Array },
): Direction["pairs"] {
  const withIt = (row: number) => members[row] === 1;
  const before = new Map(rows.heldRows.filter((row) => !withIt(row)).map((row) => [pairs[row], rows.scores[row] ?? 0]));
  const after = rows.heldRows.filter(withIt);
  const rising = after.filter((row) => (rows.scores[row] ?? 0) > (before.get(pairs[row]) ?? Number.POSITIVE_INFINITY));
  return { fitted: rows.fitRows.filter(withIt).length, heldOut: after.length, rising: rising.length };
}

/** Label and group as one number: folds hold them alike. */
function kindsOf({ members, strata }: DirectionInput): Int32Array {
  return members.map((member, row) => (strata?.[row] ?? 0) * 2 + member);
}

function countOf(members: Int32Array, rows: readonly number[]): [number, number] {
  const withIt = rows.reduce((sum, row) => sum + (members[row] ?? 0), 0);
  return [rows.length - withIt, withIt];
}

function take({ mu, members, strata, pairs, head }: DirectionInput, rows: readonly number[]): GroupedCodes {
  const { latentDim } = head;
  const codes = rowsOf(mu, latentDim, rows);
  const of = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] ?? 0);
  return { codes, latentDim, members: of(members), strata: strata && of(strata), pairs: pairs && of(pairs) };
}

/** Bootstrap by subject. A resample without one of the groups has no direction and is drawn again. */
function meanCosineOf(
  input: DirectionInput,
  fitRows: readonly number[],
  vector: Float64Array,
  onProgress?: (share: number) => void,
): number {
  const bySubject = new Map<string, number[]>();
  for (const row of fitRows) {
    const subject = input.subjects[row] ?? "";
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), row]);
  }
  const subjects = [...bySubject.values()];
  const random = randomSource(input.seed, input.resamples);
  let sum = 0;
  for (let done = 0; done < input.resamples; ) {
    const rows = subjects.flatMap(() => subjects[random.below(subjects.length)] ?? []);
    if (Math.min(...countOf(input.members, rows)) === 0) continue;
    sum += cosine(vector, fitVector(input.method, take(input, rows)));
    done++;
    onProgress?.(done / input.resamples);
  }
  return sum / input.resamples;
}

function heldOutAuroc(input: DirectionInput, rows: readonly number[], scores: Float64Array) {
  if (Math.min(...countOf(input.members, rows)) < leastCases) return null;
  const of = <T>(column: ArrayLike<T>) => rows.map((row) => column[row]).filter((one) => one !== undefined);
  const { value, interval } = clusteredAuroc(of(scores), of(input.members), of(input.subjects));
  return { value, interval };
}

function deviationOf(scores: Float64Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length - 1));
}

function effectsOf(head: Head, vector: Float64Array, deviation: number): number[] {
  const { weights, classCount } = centredHead(head);
  return Array.from({ length: classCount }, (_, k) =>
    vector.reduce((sum, value, j) => sum + value * deviation * (weights[j * classCount + k] ?? 0), 0),
  );
}
