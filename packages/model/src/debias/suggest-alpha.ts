import type { AttributeColumn } from "../bias/attribute-column.ts";
import { exactLogits, type Head } from "../latent/contributions.ts";
import { foldPreset } from "./apply.ts";
import type { Preset } from "./preset.ts";

const steps = 20;

export interface SelectionSet {
  head: Head;
  /** mu `[n, latentDim]` without the preset */
  codes: Float32Array;
  /** `[n]`, −1 where there is no label */
  labels: Int32Array;
  attributes: readonly AttributeColumn[];
}

/** Accuracy of the worst cell of label × value at one strength. */
export interface AlphaPoint {
  alpha: number;
  /** NaN without a cell. */
  worstAccuracy: number;
}

/**
 * Which strength to suggest: the weakest of those whose worst cell of label × value does best, on selection data that the preset was
 * not fitted on.
 *
 * @returns the strength, and the worst cell's accuracy at every one tried (0, .05 … 1)
 * @throws InvalidPreset when the preset was made for another model
 */
export function suggestAlpha(
  preset: Preset,
  modelHash: string,
  set: SelectionSet,
): { alpha: number; points: AlphaPoint[] } {
  const chosen = set.attributes.filter(({ name }) => preset.attributes.includes(name));
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const alpha = step / steps;
    return { alpha, worstAccuracy: worstAccuracy(foldPreset(preset, modelHash, set.head, alpha), set, chosen) };
  });
  const best = points.reduce((most, point) => (point.worstAccuracy > most.worstAccuracy ? point : most));
  return { alpha: best.alpha, points };
}

function worstAccuracy(head: Head, { codes, labels }: SelectionSet, attributes: readonly AttributeColumn[]): number {
  const { latentDim, classCount } = head;
  const isRight = Array.from(labels, (label, row) => {
    const logits = exactLogits(head, codes.subarray(row * latentDim, (row + 1) * latentDim));
    return logits.every((logit, k) => k === label || logit < (logits[label] ?? Number.NaN)) ? 1 : 0;
  });
  const rates = attributes.flatMap(({ of, values }) => {
    const [right, totals] = [
      new Float64Array(values.length * classCount),
      new Float64Array(values.length * classCount),
    ];
    labels.forEach((label, row) => {
      const value = of[row] ?? -1;
      if (label < 0 || value < 0) return;
      const cell = value * classCount + label;
      right[cell] = (right[cell] ?? 0) + (isRight[row] ?? 0);
      totals[cell] = (totals[cell] ?? 0) + 1;
    });
    return Array.from(right, (sum, cell) => sum / (totals[cell] ?? 0)).filter(Number.isFinite);
  });
  return rates.length === 0 ? Number.NaN : Math.min(...rates);
}
