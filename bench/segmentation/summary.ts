import type { PlotRow } from "../report/plot-rows.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";

export interface SegmentationTask {
  data: string;
  size: string;
  inputSize: number;
  seed: number;
  /** Null for the default. */
  epochs: number | null;
}

/** Means over test images; null where no image can give it. Distances in pixels of the network's input. */
export interface MaskScores {
  dice: number | null;
  iou: number | null;
  hd95: number | null;
}

interface Trained extends MaskScores {
  parameters: number;
  epochs: number;
  cpuSeconds: number;
}

export interface SegmentationResult {
  ours: Trained;
  peer: Trained;
  /** Of a second person's masks, where there are some. */
  human: MaskScores | null;
  engine: string;
  torch: string;
  date: string;
}

export type SegmentationRow = SegmentationTask & SegmentationResult;

export const who = ["Diaphane", "U-Net (PyTorch)", "second observer"];

/** Up to three rows a set: ours, the peer's, and a second person's. @param seeds how many were asked for */
export function segmentationTable(
  rows: readonly SegmentationRow[],
  names: readonly string[],
  seeds: number,
): string[][] {
  return names.flatMap((data) => {
    const ofSet = rows.filter((row) => row.data === data);
    const [first] = ofSet;
    if (first === undefined) return [[data, "not run", ...new Array<string>(6).fill("")]];
    const network = `${first.size}, ${first.inputSize} px`;
    const trained = (name: string, read: (row: SegmentationRow) => Trained): string[] => [
      ...[
        data,
        name,
        read(first).parameters.toLocaleString("en"),
        spreadOf(ofSet.map((row) => read(row).epochs)).mean.toFixed(0),
      ],
      spreadOf(ofSet.map((row) => read(row).cpuSeconds)).mean.toFixed(0),
      ...scoreCells(ofSet.map(read), seeds),
    ];
    const human = ofSet.flatMap((row) => row.human ?? []).slice(0, 1);
    return [
      trained(`Diaphane ${network}`, ({ ours }) => ours),
      trained(`U-Net (PyTorch), ${first.inputSize} px`, ({ peer }) => peer),
      ...(human.length > 0 ? [[data, "second observer", "–", "–", "–", ...scoreCells(human, 1)]] : []),
    ];
  });
}

function scoreCells(scores: readonly MaskScores[], seeds: number): string[] {
  const cell = (read: (score: MaskScores) => number | null, digits: number) =>
    spreadCell(scores.map(read), seeds, digits);
  return [cell(({ dice }) => dice, 3), cell(({ iou }) => iou, 3), cell(({ hd95 }) => hd95, 1)];
}

/** Dice by set, in the order of `who`. */
export function segmentationPlot(rows: readonly SegmentationRow[], names: readonly string[]): PlotRow[] {
  return names.map((name) => {
    const ofSet = rows.filter(({ data }) => data === name);
    const spread = (read: (row: SegmentationRow) => number | null | undefined) => {
      const known = ofSet.flatMap((row) => read(row) ?? []);
      return known.length === 0 ? null : spreadOf(known);
    };
    return {
      name,
      values: [spread(({ ours }) => ours.dice), spread(({ peer }) => peer.dice), spread(({ human }) => human?.dice)],
    };
  });
}
