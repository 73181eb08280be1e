import type { Point } from "../report/plot-points.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";
import type { DisentanglementScores } from "./measure-codes.ts";

export interface DisentanglementTask {
  data: string;
  objective: string;
  seed: number;
  epochs: number;
}

export interface DisentanglementResult extends DisentanglementScores {
  /** Latents in use. */
  active: number;
  psnr: number;
  /** Of the label on test images; null where there is none. */
  auc: number | null;
  engine: string;
  date: string;
}

export type DisentanglementRow = DisentanglementTask & DisentanglementResult;

export const columns = [
  { title: "MIG", read: (row: DisentanglementRow) => row.mig, digits: 3 },
  { title: "SAP", read: (row: DisentanglementRow) => row.sap, digits: 3 },
  { title: "DCI-D", read: (row: DisentanglementRow) => row.disentanglement, digits: 3 },
  { title: "DCI-C", read: (row: DisentanglementRow) => row.completeness, digits: 3 },
  { title: "DCI-I", read: (row: DisentanglementRow) => row.informativeness, digits: 3 },
  { title: "modularity", read: (row: DisentanglementRow) => row.modularity, digits: 3 },
  { title: "FactorVAE", read: (row: DisentanglementRow) => row.factorVae, digits: 3 },
  { title: "Z-diff", read: (row: DisentanglementRow) => row.zDiff, digits: 3 },
  { title: "active", read: (row: DisentanglementRow) => row.active, digits: 1 },
  { title: "PSNR (dB)", read: (row: DisentanglementRow) => row.psnr, digits: 1 },
  { title: "AUC", read: (row: DisentanglementRow) => row.auc, digits: 3 },
] as const;

/** A row an objective, of one set. */
export function disentanglementTable(
  rows: readonly DisentanglementRow[],
  objectives: readonly string[],
  seeds: number,
): string[][] {
  return objectives.map((name) => {
    const ofObjective = rows.filter(({ objective }) => objective === name);
    return [name, ...columns.map(({ read, digits }) => spreadCell(ofObjective.map(read), seeds, digits))];
  });
}

/** What disentanglement (MIG) costs: against AUC where there is a label, else against PSNR. */
export function tradeOff(
  rows: readonly DisentanglementRow[],
  objectives: readonly string[],
): { yTitle: string; points: Point[] } {
  const hasLabels = rows.some(({ auc }) => auc !== null);
  const cost = ({ auc, psnr }: DisentanglementRow): number => (hasLabels ? (auc ?? Number.NaN) : psnr);
  const points = objectives.flatMap((name) => {
    const found = rows.filter(({ objective }) => objective === name);
    if (found.length === 0) return [];
    return [{ name, x: spreadOf(found.map(({ mig }) => mig)), y: spreadOf(found.map(cost)) }];
  });
  return { yTitle: hasLabels ? "AUC on test images" : "PSNR on test images (dB)", points };
}
