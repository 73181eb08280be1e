import { MetricInputError, NotEnoughDataError } from "../metrics/metric-errors.ts";

/** Numbers `[rows, columns]`, row by row: codes have a column a latent, factor values one a factor. */
export interface Table {
  rows: number;
  columns: number;
  values: ArrayLike<number>;
}

/** One column `[rows]`. */
export function columnOf({ rows, columns, values }: Table, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * columns + column] ?? 0);
}

/** All columns, each `[rows]`. */
export function columnsOf(table: Table): Float64Array[] {
  return Array.from({ length: table.columns }, (_, column) => columnOf(table, column));
}

/** Throws unless the codes are finite, fit their shape and have as many rows (at least two) as the factors. */
export function checkCodes(metric: string, codes: Table, factors: { rows: number }): void {
  const { rows, columns, values } = codes;
  if (values.length !== rows * columns || columns < 1) {
    throw new MetricInputError(metric, `codes [${rows}, ${columns}] do not fit ${values.length} values.`);
  }
  if (rows !== factors.rows) {
    throw new MetricInputError(metric, `there are codes of ${rows} rows and factors of ${factors.rows}.`);
  }
  if (rows < 2) throw new NotEnoughDataError(metric, `There are ${rows} rows.`);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new MetricInputError(metric, `code ${i} is ${values[i]}, not a finite number.`);
  }
}
