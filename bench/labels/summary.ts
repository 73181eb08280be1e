import type { Curve } from "../report/plot-curves.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";

/** What a training is. */
export interface LabelsTask {
  data: string;
  size: string;
  /** As given to the command: a number or a percentage. */
  labels: string;
  method: string;
  seed: string;
  /** Null for the default. */
  epochs: string | null;
}

/** What came of it on test images. */
export interface LabelsResult {
  auc: number;
  accuracy: number;
  /** On validation images, by which settings may be chosen. */
  validationAuc: number;
  engine: string;
  date: string;
}

export type LabelsRow = LabelsTask & LabelsResult;

interface Grid {
  methods: readonly string[];
  amounts: readonly string[];
  seeds: number;
}

/** A row a method, a cell an amount of labels. */
export function labelsTable(rows: readonly LabelsRow[], { methods, amounts, seeds }: Grid): string[][] {
  return methods.map((method) => [
    method,
    ...amounts.map((labels) => spreadCell(aucs(rows, method, labels), seeds, 3)),
  ]);
}

export function labelsCurves(rows: readonly LabelsRow[], { methods, amounts }: Omit<Grid, "seeds">): Curve[] {
  return methods.map((name) => ({
    name,
    points: amounts.map((labels) => {
      const values = aucs(rows, name, labels);
      return values.length === 0 ? null : spreadOf(values);
    }),
  }));
}

function aucs(rows: readonly LabelsRow[], method: string, labels: string): number[] {
  return rows.filter((row) => row.method === method && row.labels === labels).map(({ auc }) => auc);
}
