import { Matrix } from "ml-matrix";
import { groupContrast, shrink } from "../probe/linear-discriminant.ts";
import { type ErasingMap, erasingMap } from "./erasing-map.ts";
import { cellBalancedWeights, type FitCases } from "./fit-cases.ts";
import { classCentred, classColumns, conceptColumns, crossCovariance, latentColumns, meansOf } from "./moments.ts";
import type { PresetMethod } from "./preset.ts";

export interface CentredMap extends ErasingMap {
  /** `[latentDim]` */
  centre: number[];
}

export interface MapOptions {
  method: PresetMethod;
  rank: 1 | 2;
  shrinkage: number;
}

/** The map of a method, docs/science.md "Presets". */
export function fitMap(cases: FitCases, { method, rank, shrinkage }: MapOptions): CentredMap {
  const { labels, classCount, count } = cases;
  const latents = latentColumns(cases);
  const alike = new Float64Array(count).fill(1);
  const concept = conceptColumns(cases, rank, alike);
  switch (method) {
    case "cell-balanced-leace": {
      const weights = cellBalancedWeights(cases);
      const covariance = shrink(crossCovariance(latents, latents, weights), shrinkage);
      const cross = crossCovariance(latents, conceptColumns(cases, rank, weights), weights);
      return { ...erasingMap(covariance, cross), centre: meansOf(latents, weights) };
    }
    case "pooled-leace": {
      const covariance = shrink(crossCovariance(latents, latents, alike), shrinkage);
      return { ...erasingMap(covariance, crossCovariance(latents, concept, alike)), centre: meansOf(latents, alike) };
    }
    case "within-class-leace": {
      const within = classCentred(latents, labels, classCount);
      const covariance = shrink(crossCovariance(within, within, alike), shrinkage);
      const cross = crossCovariance(within, classCentred(concept, labels, classCount), alike);
      return { ...erasingMap(covariance, cross), centre: meansOf(latents, alike) };
    }
    case "label-preserving": {
      const covariance = shrink(crossCovariance(latents, latents, alike), shrinkage);
      const cross = crossCovariance(latents, concept, alike);
      const kept = crossCovariance(latents, classColumns(cases), alike);
      return { ...erasingMap(covariance, cross, kept), centre: meansOf(latents, alike) };
    }
    case "shift": {
      const { covariance, differences } = contrasts(cases, shrinkage);
      return { ...erasingMap(covariance, differences), centre: meansOf(latents, alike) };
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
