import { applyPreset } from "./apply.ts";
import { cellBalancedWeights, fitCases } from "./fit-cases.ts";
import { fitHeadBias } from "./fit-head-bias.ts";
import { fitMap } from "./fit-map.ts";
import type { FitOptions, FitRequest } from "./fit-request.ts";
import { type Preset, preset } from "./preset.ts";

/**
 * Fits a preset on held-out cases.
 *
 * @throws PresetRefused when a cell of label × value has too few cases, naming each of them
 */
export function fitPreset(request: FitRequest, options: FitOptions): Preset {
  const { method = "cell-balanced-leace", rank = 1, shrinkage: given = null, alpha = 1, seed } = options;
  const { modelHash, dataHash = null, split, classes, head, attributes } = request;
  const cases = fitCases(request);
  const { left, right, centre, shrinkage } = fitMap(cases, { method, rank, shrinkage: given });
  const fitted: Preset = {
    ...{ format: "diaphane-preset", schemaVersion: 1, modelHash, method, rank },
    attributes: attributes.map(({ name }) => name),
    ...{ latentDim: head.latentDim, classes: [...classes], centre },
    ...{ left: left.to2DArray(), right: right.to2DArray(), headBias: classes.map(() => 0), alpha },
    fit: {
      ...{ dataHash, split, count: cases.count, subjects: new Set(cases.subjects).size },
      ...{ cells: cases.cells, smallCells: cases.smallCells, shrinkage, seed },
    },
    evidenceHash: null,
  };
  if (method === "cell-balanced-leace") {
    const erased = applyPreset(fitted, modelHash, cases.codes, 1);
    fitted.headBias = fitHeadBias(head, erased, cases.labels, cellBalancedWeights(cases));
  }
  return preset.parse(fitted);
}
