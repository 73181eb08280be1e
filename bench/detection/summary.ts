import type { PlotRow } from "../report/plot-rows.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";

export interface DetectionTask {
  data: string;
  size: string;
  inputSize: number;
  seed: number;
  /** Null for the default. */
  epochs: number | null;
}

/** By COCO's rules, means over classes. */
export interface BoxScores {
  ap50: number;
  ap: number;
  recall: number;
  /** AP50 of each class, null for one without boxes. */
  byClass: { name: string; ap50: number | null }[];
}

interface Trained extends BoxScores {
  parameters: number;
  epochs: number;
  cpuSeconds: number;
}

export interface DetectionResult {
  ours: Trained;
  peer: Trained;
  engine: string;
  torch: string;
  date: string;
}

export type DetectionRow = DetectionTask & DetectionResult;

export const who = ["Diaphane", "CenterNet (PyTorch)"];
const sides = [({ ours }: DetectionRow) => ours, ({ peer }: DetectionRow) => peer];

/** Two rows a set: ours and the peer's. @param seeds how many were asked for */
export function detectionTable(rows: readonly DetectionRow[], names: readonly string[], seeds: number): string[][] {
  return names.flatMap((data) => {
    const ofSet = rows.filter((row) => row.data === data);
    const [first] = ofSet;
    if (first === undefined) return [[data, "not run", ...new Array<string>(7).fill("")]];
    return sides.map((read, side) => {
      const trained = ofSet.map(read);
      const cell = (score: (one: Trained) => number) => spreadCell(trained.map(score), seeds, 3);
      const mean = (of: (one: Trained) => number) => spreadOf(trained.map(of)).mean.toFixed(0);
      const classes = read(first).byClass.map(({ name }, k) => {
        const values = trained.map(({ byClass }) => byClass[k]?.ap50 ?? null);
        return `${name} ${spreadCell(values, seeds, 2)}`;
      });
      const network = side === 0 ? `Diaphane ${first.size}` : (who[side] ?? "");
      return [
        ...[data, `${network}, ${first.inputSize} px`, read(first).parameters.toLocaleString("en")],
        ...[mean(({ epochs }) => epochs), mean(({ cpuSeconds }) => cpuSeconds)],
        ...[cell(({ ap50 }) => ap50), cell(({ ap }) => ap), cell(({ recall }) => recall), classes.join(", ")],
      ];
    });
  });
}

/** A row for AP50 and one for AP of each set that was run, in the order of `who`. */
export function detectionPlot(rows: readonly DetectionRow[], names: readonly string[]): PlotRow[] {
  return names.flatMap((data) => {
    const ofSet = rows.filter((row) => row.data === data);
    if (ofSet.length === 0) return [];
    const values = (score: "ap50" | "ap") => sides.map((read) => spreadOf(ofSet.map((row) => read(row)[score])));
    return [
      { name: `${data}, AP50`, values: values("ap50") },
      { name: `${data}, AP`, values: values("ap") },
    ];
  });
}
