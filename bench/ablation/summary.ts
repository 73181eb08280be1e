import type { PlotRow } from "../report/plot-rows.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";

export interface AblationTask {
  data: string;
  size: string;
  variant: string;
  seed: number;
  /** Null for the default. */
  epochs: number | null;
}

export interface AblationResult {
  auc: number;
  accuracy: number;
  balancedAccuracy: number;
  psnr: number;
  ssim: number;
  /** Latents in use. */
  active: number;
  engine: string;
  date: string;
}

export type AblationRow = AblationTask & AblationResult;

/** A row a variant; the difference of AUC is to the first variant with the same seed. */
export function ablationTable(rows: readonly AblationRow[], variants: readonly string[], seeds: number): string[][] {
  return variants.map((variant) => {
    const own = rowsOf(rows, variant);
    const cell = (read: (row: AblationRow) => number, digits: number) => spreadCell(own.map(read), seeds, digits);
    return [
      ...[
        variant,
        cell(({ auc }) => auc, 3),
        variant === variants[0] ? "–" : differenceCell(rows, variants, variant, seeds),
      ],
      ...[cell(({ accuracy }) => accuracy, 3), cell(({ balancedAccuracy }) => balancedAccuracy, 3)],
      ...[cell(({ psnr }) => psnr, 1), cell(({ ssim }) => ssim, 2), cell(({ active }) => active, 1)],
    ];
  });
}

export function ablationPlot(rows: readonly AblationRow[], variants: readonly string[]): PlotRow[] {
  return variants.map((name) => {
    const aucs = rowsOf(rows, name).map(({ auc }) => auc);
    return { name, values: [aucs.length === 0 ? null : spreadOf(aucs)] };
  });
}

function differenceCell(
  rows: readonly AblationRow[],
  [first = ""]: readonly string[],
  variant: string,
  seeds: number,
): string {
  const bySeed = new Map(rowsOf(rows, first).map(({ seed, auc }) => [seed, auc]));
  const differences = rowsOf(rows, variant).flatMap(({ seed, auc }) => {
    const base = bySeed.get(seed);
    return base === undefined ? [] : [auc - base];
  });
  const cell = spreadCell(differences, seeds, 3);
  return differences.length > 0 && !cell.startsWith("-") ? `+${cell}` : cell;
}

function rowsOf(rows: readonly AblationRow[], name: string): AblationRow[] {
  return rows.filter(({ variant }) => variant === name);
}
