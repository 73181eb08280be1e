import { MetricInputError } from "./metric-errors.ts";

/** What is drawn as a whole (a case, or all cases of a subject) and what may stand for what. */
export interface ResamplingUnits {
  /** Case numbers, unit by unit. */
  cases: Uint32Array;
  /** `[units + 1]`: unit `u` has `cases[starts[u] … starts[u + 1] − 1]`. */
  starts: Uint32Array;
  /** Unit numbers by stratum: a resample keeps the number of units of each. */
  strata: Uint32Array[];
}

/**
 * Units and strata of a set of cases. Without subjects every case is a unit in the stratum of its class. With subjects a unit
 * is a subject, and subjects whose cases cover the same classes form a stratum: with one class a subject that is the usual
 * stratification, and a class can never vanish from a resample.
 *
 * @param strata `[n]` class (or class × group) of each case; @param subjects `[n]` whose case it is
 */
export function resamplingUnits(strata: ArrayLike<number>, subjects?: ArrayLike<number | string>): ResamplingUnits {
  if (subjects && subjects.length !== strata.length) {
    throw new MetricInputError("bootstrap", `there are ${strata.length} cases and ${subjects.length} subjects.`);
  }
  const units = subjects ? casesBySubject(subjects) : Array.from(strata, (_, index) => [index]);
  const starts = new Uint32Array(units.length + 1);
  units.forEach((unit, u) => {
    starts[u + 1] = (starts[u] ?? 0) + unit.length;
  });
  return { cases: Uint32Array.from(units.flat()), starts, strata: unitsByStratum(units, strata) };
}

function casesBySubject(subjects: ArrayLike<number | string>): number[][] {
  const bySubject = new Map<number | string, number[]>();
  for (let i = 0; i < subjects.length; i++) {
    const subject = subjects[i] ?? "";
    const cases = bySubject.get(subject);
    if (cases) cases.push(i);
    else bySubject.set(subject, [i]);
  }
  return [...bySubject.values()];
}

function unitsByStratum(units: readonly number[][], strata: ArrayLike<number>): Uint32Array[] {
  const byKey = new Map<string, { classes: number[]; units: number[] }>();
  units.forEach((cases, unit) => {
    const classes =
      cases.length === 1
        ? [strata[cases[0] ?? 0] ?? 0]
        : [...new Set(cases.map((index) => strata[index] ?? 0))].sort((a, b) => a - b);
    const key = classes.join();
    const stratum = byKey.get(key);
    if (stratum) stratum.units.push(unit);
    else byKey.set(key, { classes, units: [unit] });
  });
  // In order of class, so that the same cases in the same order give the same draws.
  return [...byKey.values()]
    .sort((a, b) => compare(a.classes, b.classes))
    .map((stratum) => Uint32Array.from(stratum.units));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? Number.NEGATIVE_INFINITY);
}
