import { defaultTrainingConfig } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { chosenConfig, formValues, initialValues } from "./form-values.ts";
import { fittingParents, type ParentOption } from "./parent-option.ts";

const dataset = {
  ...{ datasetId: "d", versionId: "v", name: "Chest", number: 1, isSynthetic: false, classes: ["normal", "opacity"] },
  ...{
    maskClasses: [],
    boxClasses: [],
    attributes: [],
    channels: 1,
    height: 28,
    width: 28,
    trainCount: 4000,
    labelledCount: 4000,
    validationCount: 500,
    testCount: 500,
  },
};

function parentOf(channels: 1 | 3): ParentOption {
  const { model } = defaultTrainingConfig({ size: "small", channels, classes: ["a", "b", "c"], count: 900 });
  const weightsSha256 = "a".repeat(64);
  return {
    versionId: `p${channels}`,
    name: "Shared",
    number: 2,
    datasetName: "Skin",
    model,
    weightsSha256,
    isPretrained: false,
  };
}

test("a model of colour fits gray images, and one of gray no colour", () => {
  const parents = [parentOf(1), parentOf(3)];
  expect(fittingParents(parents, dataset)).toEqual(parents);
  expect(fittingParents(parents, { ...dataset, channels: 3 })).toEqual([parents[1]]);
});

test("the model to start from decides the network, whatever the fields hold, and how it is tuned is kept", () => {
  const parent = parentOf(3);
  const opened = initialValues(dataset, { size: "nano", parent, tune: "partial" }, null);
  expect(opened).toMatchObject({ parentId: "p3", size: "small", inputSize: 64, settings: { rampShare: 0 } });
  expect(formValues.safeParse(opened).success).toBe(true);
  const config = chosenConfig(
    dataset,
    { ...opened, settings: { ...opened.settings, latentDim: 5, epochs: 3 } },
    parent,
  );
  expect(config.model).toEqual({ ...parent.model, classes: dataset.classes });
  expect(config).toMatchObject({ epochs: 3, transfer: { tune: "partial", from: parent.weightsSha256 } });
});
