import type { PlotRow } from "../report/plot-rows.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";
import { publishedFor } from "./published.ts";

export interface MedMnistTask {
  data: string;
  size: string;
  /** Null for the size's own. */
  inputSize: string | null;
  seed: string;
}

/** A figure and its 95 % bootstrap interval over test images. */
interface Estimate {
  value: number;
  interval: [number, number];
}

export interface MedMnistResult {
  parameters: number;
  epochs: number;
  auc: Estimate;
  accuracy: Estimate;
  balancedAccuracy: Estimate;
  psnr: number;
  ssim: number;
  engine: string;
  date: string;
}

export type MedMnistRow = MedMnistTask & MedMnistResult;

interface Grid {
  names: readonly string[];
  sizes: readonly string[];
  seeds: number;
}

/** Rows of each set: ours by size, then what is published. The interval is that of the first seed. */
export function medMnistTable(rows: readonly MedMnistRow[], { names, sizes, seeds }: Grid): string[][] {
  return names.flatMap((data) => [
    ...sizes.map((size) => {
      const own = rowsOf(rows, data, size);
      const cell = (read: (row: MedMnistRow) => number, digits: number) => spreadCell(own.map(read), seeds, digits);
      const withInterval = (read: (row: MedMnistRow) => Estimate) => {
        const [first] = own;
        const spread = cell((row) => read(row).value, 3);
        return first
          ? `${spread} [${read(first)
              .interval.map((bound) => bound.toFixed(3))
              .join(", ")}]`
          : spread;
      };
      return [
        ...[data, `Diaphane ${size}`, own[0]?.parameters.toLocaleString("en") ?? "–"],
        ...[withInterval(({ auc }) => auc), withInterval(({ accuracy }) => accuracy)],
        ...[cell((row) => row.balancedAccuracy.value, 3), cell(({ psnr }) => psnr, 1), cell(({ ssim }) => ssim, 2)],
      ];
    }),
    ...publishedFor(data).map(({ model, auc, accuracy }) => [
      ...[data, `${model}, published`, "–", auc.toFixed(3), accuracy.toFixed(3), "–", "–", "–"],
    ]),
  ]);
}

/** AUC by set: a dot for each size, then one for each published model. */
export function medMnistPlot(
  rows: readonly MedMnistRow[],
  { names, sizes }: Omit<Grid, "seeds">,
): { series: string[]; rows: PlotRow[] } {
  const models = [...new Set(names.flatMap((data) => publishedFor(data).map(({ model }) => model)))];
  const plotted = names.map((data): PlotRow => {
    const own = sizes.map((size) => rowsOf(rows, data, size).map(({ auc }) => auc.value));
    const published = models.map((name) => publishedFor(data).find(({ model }) => model === name));
    return {
      name: data,
      values: [
        ...own.map((aucs) => (aucs.length === 0 ? null : spreadOf(aucs))),
        ...published.map((found) => (found ? { mean: found.auc, deviation: 0 } : null)),
      ],
    };
  });
  return { series: [...sizes, ...models], rows: plotted };
}

function rowsOf(rows: readonly MedMnistRow[], data: string, size: string): MedMnistRow[] {
  return rows.filter((row) => row.data === data && row.size === size);
}
