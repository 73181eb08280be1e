import { Matrix } from "ml-matrix";
import { groupContrast, shrink } from "../probe/linear-discriminant.ts";
import { type ErasingMap, erasingMap } from "./erasing-map.ts";
import { estimateShrinkage } from "./estimate-shrinkage.ts";
import { cellBalancedWeights, type FitCases } from "./fit-cases.ts";
import { classCentred, classColumns, conceptColumns, crossCovariance, latentColumns, meansOf } from "./moments.ts";
import type { PresetMethod } from "./preset.ts";

export interface FittedMap extends ErasingMap {
  /** `[latentDim]` */
  centre: number[];
  shrinkage: number;
}

export interface MapOptions {
  method: PresetMethod;
  rank: 1 | 2;
  /** Of the covariance towards a multiple of the identity; null for what the cases themselves ask for. */
  shrinkage: number | null;
}

/** The map of a method, docs/science.md "Presets", and how far the covariance that it is made of was shrunk. */
export function fitMap(cases: FitCases, { method, rank, shrinkage: given }: MapOptions): FittedMap {
  const { labels, classCount, count } = cases;
  const latents = latentColumns(cases);
  const weights = method === "cell-balanced-leace" ? cellBalancedWeights(cases) : new Float64Array(count).fill(1);
  const shrinkage = given ?? estimateShrinkage(latents, weights);
  const concept = conceptColumns(cases, rank, weights);
  const fitted = { shrinkage, centre: meansOf(latents, weights) };
  const covariance = (): Matrix => shrink(crossCovariance(latents, latents, weights), shrinkage);
  switch (method) {
    case "cell-balanced-leace":
    case "pooled-leace":
      return { ...erasingMap(covariance(), crossCovariance(latents, concept, weights)), ...fitted };
    case "within-class-leace": {
      const within = classCentred(latents, labels, classCount);
      const cross = crossCovariance(within, classCentred(concept, labels, classCount), weights);
      return { ...erasingMap(shrink(crossCovariance(within, within, weights), shrinkage), cross), ...fitted };
    }
    case "label-preserving": {
      const kept = crossCovariance(latents, classColumns(cases), weights);
      return { ...erasingMap(covariance(), crossCovariance(latents, concept, weights), kept), ...fitted };
    }
    case "shift": {
      const { covariance: withinCells, differences } = contrasts(cases, shrinkage);
      return { ...erasingMap(withinCells, differences), ...fitted };
    }
  }
}

/** Within-class differences of means of every value from the first `[latentDim, m]`, and the covariance within cells. */
function contrasts(cases: FitCases, shrinkage: number): { covariance: Matrix; differences: Matrix } {
  const { codes, latentDim, labels, attributes } = cases;
  const all = attributes.flatMap(({ of, values }) =>
    values.slice(1).map((_, place) => {
      const members = of.map((value) => (value === 0 ? 0 : value === place + 1 ? 1 : -1));
      return groupContrast(codes, latentDim, members, { within: labels, shrinkage });
    }),
  );
  const covariance = Matrix.zeros(latentDim, latentDim);
  for (const one of all) covariance.add(one.covariance);
  covariance.div(all.length);
  return { covariance, differences: new Matrix(all.map(({ difference }) => [...difference])).transpose() };
}
