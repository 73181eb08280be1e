import type { AttributeColumn } from "../bias/attribute-column.ts";
import { namedSubjects } from "../images/subjects.ts";
import { rowsOf } from "../probe/cross-validated-scores.ts";
import type { FitRequest } from "./fit-request.ts";
import type { FitCell } from "./preset.ts";

/** A cell of fewer cases is no basis for a map; below the second number it is one, with a warning. */
const [fewestInCell, advisedInCell] = [5, 15];

/** The fit set has too few of some images; they are named. */
export class PresetRefused extends Error {
  override name = "PresetRefused";
  /** The cells with too few images, of which each needs at least `fewest`; none where no attribute was named. */
  readonly cells: readonly FitCell[];
  readonly fewest = fewestInCell;

  constructor(message: string, cells: readonly FitCell[] = []) {
    super(message);
    this.cells = cells;
  }
}

/** The cases that a map is fitted on: those with a label and every attribute. */
export interface FitCases {
  latentDim: number;
  classCount: number;
  count: number;
  /** `[count, latentDim]` */
  codes: Float32Array;
  /** `[count]` */
  labels: Int32Array;
  /** Known values alone `[count]` each. */
  attributes: AttributeColumn[];
  /** `[count]` */
  subjects: string[];
  /** Of every label × value of each attribute. */
  cells: FitCell[];
  smallCells: FitCell[];
}

/**
 * @throws PresetRefused when a cell of label × value has too few cases, naming each of them
 */
export function fitCases({ classes, head, codes, labels, subjects, attributes }: FitRequest): FitCases {
  if (attributes.length === 0) throw new PresetRefused("Say which attribute the preset is to take out.");
  const { latentDim } = head;
  const rows = [...labels.keys()].filter(
    (row) => (labels[row] ?? -1) >= 0 && attributes.every(({ of }) => (of[row] ?? -1) >= 0),
  );
  const named = namedSubjects(subjects ?? Array.from(labels, () => null));
  const cases = {
    ...{ latentDim, classCount: classes.length, count: rows.length, codes: rowsOf(codes, latentDim, rows) },
    labels: Int32Array.from(rows, (row) => labels[row] ?? 0),
    attributes: attributes.map((one) => ({ ...one, of: Int32Array.from(rows, (row) => one.of[row] ?? 0) })),
    subjects: rows.map((row) => named[row] ?? ""),
  };
  const cells = cellsOf(cases.labels, cases.attributes, classes);
  const tiny = cells.filter(({ n }) => n < fewestInCell);
  if (tiny.length > 0) {
    const missing = tiny.map(({ label, attribute, value, n }) => `${label} with ${attribute} = ${value}: ${n}`);
    throw new PresetRefused(
      `Too few images to fit a preset on. Each label needs at least ${fewestInCell} of every value, better ${advisedInCell}; there are\n  ${missing.join("\n  ")}\nAdd such images to the set that it is fitted on, or leave the value out.`,
      tiny,
    );
  }
  return { ...cases, cells, smallCells: cells.filter(({ n }) => n < advisedInCell) };
}

function cellsOf(labels: Int32Array, attributes: readonly AttributeColumn[], classes: readonly string[]): FitCell[] {
  return attributes.flatMap(({ name, values, of }) =>
    classes.flatMap((label, k) =>
      values.map((value, v) => ({
        ...{ label, attribute: name, value },
        n: labels.reduce((n, one, row) => (one === k && of[row] === v ? n + 1 : n), 0),
      })),
    ),
  );
}

/**
 * How much each case counts so that all cells of label × value weigh alike, `[count]` with a mean of 1. With several attributes
 * their cells are balanced in turn until all are (raking, Deming & Stephan 1940), as joint cells are soon empty.
 */
export function cellBalancedWeights({ labels, attributes, classCount, count }: FitCases): Float64Array {
  const weights = new Float64Array(count).fill(1);
  const cells = attributes.map(({ of, values }) => ({
    of: of.map((value, row) => value * classCount + (labels[row] ?? 0)),
    number: values.length * classCount,
  }));
  for (let round = 0; round < (attributes.length === 1 ? 1 : 200); round++) {
    for (const { of, number } of cells) {
      const totals = new Float64Array(number);
      of.forEach((cell, row) => {
        totals[cell] = (totals[cell] ?? 0) + (weights[row] ?? 0);
      });
      of.forEach((cell, row) => {
        weights[row] = ((weights[row] ?? 0) * count) / (number * (totals[cell] ?? 1));
      });
    }
  }
  return weights;
}
