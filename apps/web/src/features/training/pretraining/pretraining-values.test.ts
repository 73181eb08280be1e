import { trainingConfig } from "@diaphane/model/config";
import { expect, test } from "vitest";
import type { DatasetOption } from "../form/training-options.ts";
import { defaultPretraining, pretrainingConfigOf, pretrainingValues } from "./pretraining-values.ts";

const chest: DatasetOption = {
  ...{ datasetId: "a", versionId: "v1", name: "Chest", number: 1, isSynthetic: false, classes: ["normal", "opacity"] },
  ...{ maskClasses: [], boxClasses: [], attributes: [], channels: 1, height: 28, width: 28 },
  ...{ trainCount: 4000, labelledCount: 4000, validationCount: 500, testCount: 500 },
};
const skin = { ...chest, datasetId: "b", versionId: "v2", name: "Skin", classes: ["a", "b", "c"], channels: 3 };
const unlabelled = { ...chest, datasetId: "c", versionId: "v3", name: "Retina", labelledCount: 0 };
const values = {
  ...{ versionIds: ["v1", "v2", "v3"], size: "nano" as const, name: "Shared", epochs: 5 },
  ...{ exponent: 0.25, erasedShare: 0.5, seed: 1 },
};

test("each set with labels has its classes, and colour is kept as soon as one set has it", () => {
  const config = pretrainingConfigOf([chest, skin, unlabelled], values);
  expect(trainingConfig.safeParse(config).error).toBeUndefined();
  expect(config).toMatchObject({
    model: { channels: 3, classGroups: [{ set: "Chest" }, { set: "Skin" }] },
    ...{ epochs: 5, setSampling: { exponent: 0.25 }, erasing: { kind: "patches", ratio: 0.5 } },
  });
  expect(config.model.classes).toHaveLength(5);
});

test("without any label images alone are learned, and nothing is hidden when nobody asks for it", () => {
  const config = pretrainingConfigOf([unlabelled, { ...unlabelled, name: "Other" }], { ...values, erasedShare: 0 });
  expect(config.model.classes).toEqual([]);
  expect(config.erasing).toEqual({ kind: "none" });
  expect(defaultPretraining([], "small").model.size).toBe("small");
});

test("one set is too few", () => {
  const issues = pretrainingValues.safeParse({ ...values, versionIds: ["v1"] }).error?.issues;
  expect(issues).toMatchObject([{ path: ["versionIds"], message: "tooFewSets:2" }]);
});
