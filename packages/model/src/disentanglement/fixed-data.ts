import { MetricInputError, NotEnoughDataError } from "../metrics/metric-errors.ts";
import type { RandomSource } from "../random/random-source.ts";
import { shuffle } from "../random/shuffle.ts";
import { discreteValues } from "./discrete-values.ts";
import type { FactorData, FactorValues, Represent } from "./factor-data.ts";
import { columnOf, type Table } from "./table.ts";

/** Share of subjects that metrics fit on: 10,000 of 15,000, as where images are generated. */
const TRAIN_SHARE = 2 / 3;

/**
 * A labelled set in place of a generator; an observation is a row number. Results of the two are not comparable:
 * - other factors of rows that share one are as they are in the set, not drawn anew, so correlated factors look entangled;
 * - continuous factors are shared by twentieths of their range, and values that only one row has are not drawn;
 * - samples end with the set, fitting and scoring use different rows (of different subjects where these are given).
 *
 * @param subjects `[rows]` whose image it is
 * @throws MetricInputError when subjects and rows differ in number
 */
export function fixedData(values: FactorValues, subjects?: ArrayLike<number | string>): FactorData<Int32Array> {
  if (subjects && subjects.length !== values.rows) {
    throw new MetricInputError("fixedData", `there are ${values.rows} rows and ${subjects.length} subjects.`);
  }
  const discrete = values.factors.map((factor, index) => discreteValues(columnOf(values, index), factor.kind).ids);
  const subjectOf = (row: number): number | string => subjects?.[row] ?? row;
  return dataOfRows(
    values,
    discrete,
    subjectOf,
    Int32Array.from({ length: values.rows }, (_, row) => row),
  );
}

/** Codes computed before, for the rows of `fixedData`. @param codes `[rows, latents]` */
export function representRows(codes: Table): Represent<Int32Array> {
  return (rows) => ({
    rows: rows.length,
    columns: codes.columns,
    values: Float64Array.from({ length: rows.length * codes.columns }, (_, place) => {
      const row = rows[Math.floor(place / codes.columns)] ?? 0;
      return codes.values[row * codes.columns + (place % codes.columns)] ?? 0;
    }),
  });
}

type Rows = Int32Array<ArrayBuffer>;

function dataOfRows(
  values: FactorValues,
  discrete: readonly Int32Array[],
  subjectOf: (row: number) => number | string,
  rows: Rows,
): FactorData<Int32Array> {
  const { factors, columns } = values;
  const groups = new Map<number, Rows[]>();
  const groupsOf = (factor: number): Rows[] => {
    const known =
      groups.get(factor) ?? groupsSharing(rows, discrete[factor] ?? new Int32Array(), factors[factor]?.name);
    groups.set(factor, known);
    return known;
  };
  return {
    factors,
    sample(count, random) {
      const drawn = rows.slice();
      shuffle(drawn, random.below);
      const observations = drawn.subarray(0, count);
      const ofRow = (row: number) => Array.from({ length: columns }, (_, j) => values.values[row * columns + j] ?? 0);
      const drawnValues = Float64Array.from([...observations].flatMap(ofRow));
      return { observations, factors: { factors, columns, rows: observations.length, values: drawnValues } };
    },
    sampleSharing(factor, count, random) {
      const group = drawGroup(groupsOf(factor), random);
      return Int32Array.from({ length: count }, () => group[random.below(group.length)] ?? 0);
    },
    samplePairs(factor, count, random) {
      const first = new Int32Array(count);
      const second = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const group = drawGroup(groupsOf(factor), random);
        const place = random.below(group.length);
        // Any other row: one paired with itself would show no difference in any latent.
        const other = (place + 1 + random.below(group.length - 1)) % group.length;
        first[i] = group[place] ?? 0;
        second[i] = group[other] ?? 0;
      }
      return [first, second];
    },
    split(random) {
      const subjects = [...new Set(Array.from(rows, subjectOf))];
      const order = Int32Array.from(subjects.keys());
      shuffle(order, random.below);
      const fitted = new Set(Array.from(order.subarray(0, Math.round(order.length * TRAIN_SHARE)), (i) => subjects[i]));
      const part = (isTrain: boolean) => {
        const chosen = rows.filter((row) => fitted.has(subjectOf(row)) === isTrain);
        return dataOfRows(values, discrete, subjectOf, chosen);
      };
      return { train: part(true), test: part(false) };
    },
  };
}

/** Rows by value of a factor, values of one row left out. */
function groupsSharing(rows: Rows, ids: Int32Array, name = ""): Rows[] {
  const byValue = new Map<number, number[]>();
  for (const row of rows) {
    const group = byValue.get(ids[row] ?? 0);
    if (group) group.push(row);
    else byValue.set(ids[row] ?? 0, [row]);
  }
  const groups = [...byValue.values()].filter((group) => group.length > 1).map((group) => Int32Array.from(group));
  if (groups.length === 0) {
    throw new NotEnoughDataError("disentanglement", `No two of ${rows.length} rows share a value of "${name}".`);
  }
  return groups;
}

/** A value as often as the set has it. */
function drawGroup(groups: readonly Rows[], random: RandomSource): Rows {
  let place = random.below(groups.reduce((sum, group) => sum + group.length, 0));
  for (const group of groups) {
    if (place < group.length) return group;
    place -= group.length;
  }
  throw new Error("drawGroup needs a group");
}
