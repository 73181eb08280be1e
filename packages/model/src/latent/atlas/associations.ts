import { clusteredAuroc } from "../../metrics/clustered-auroc.ts";
import { delongAuroc } from "../../metrics/delong.ts";
import { rankCorrelation } from "../../metrics/rank-correlation.ts";
import type { Association } from "./atlas.ts";

/** Something known of images: a number, or one of a few values by its place. NaN: unknown. */
export interface KnownColumn {
  /** Null: the labels. */
  attribute: string | null;
  /** Empty for a number. */
  values: readonly string[];
  /** `[n]` */
  column: ArrayLike<number>;
}

/** Fewer of a kind say too little for an interval that anybody should read. */
const leastCases = 10;

/**
 * How values go with what is known: of a number the rank correlation; of two values the AUROC of the second; of more the AUROC
 * of each against all others. Intervals count subjects where these are known.
 *
 * @param scores `[n]`; @param subjects `[n]`, null: every image is somebody else
 */
export function associationsOf(
  scores: ArrayLike<number>,
  known: KnownColumn,
  subjects: readonly (string | null)[] | null,
): Association[] {
  const rows = knownRows(known.column);
  const of = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row] ?? 0);
  const [mine, theirs] = [of(scores), of(known.column)];
  // Who is not named is somebody of their own.
  const persons = subjects?.some((subject) => subject !== null)
    ? Array.from(rows, (row) => subjects[row] ?? `image ${row}`)
    : null;
  const about = { attribute: known.attribute, count: rows.length };
  if (known.values.length === 0) {
    const units = persons ? new Set(persons).size : rows.length;
    const estimate = units < leastCases ? null : plain(rankCorrelation(mine, theirs, { units }));
    return [{ ...about, value: null, measure: "rank-correlation", positives: null, estimate }];
  }
  const places = known.values.map((_, place) => place).slice(known.values.length === 2 ? 1 : 0);
  return places.map((place) => {
    const labels = Int32Array.from(theirs, (value) => (value === place ? 1 : 0));
    const positives = labels.reduce((sum, label) => sum + label, 0);
    const isEnough = Math.min(positives, rows.length - positives) >= leastCases;
    const auroc = () => (persons ? clusteredAuroc(mine, labels, persons) : delongAuroc(mine, labels));
    const estimate = isEnough ? plain(auroc()) : null;
    return { ...about, value: known.values[place] ?? null, measure: "auroc", positives, estimate };
  });
}

function knownRows(column: ArrayLike<number>): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row++) if (Number.isFinite(column[row])) rows.push(row);
  return Uint32Array.from(rows);
}

function plain({ value, interval }: { value: number; interval: [number, number] }): Association["estimate"] {
  return { value, interval };
}
