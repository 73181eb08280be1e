import { defaultTrainingConfig, trainingConfig } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { chosenConfig, initialValues } from "./form-values.ts";
import { balancedNetwork, type PresetName, presetNames, presetOf } from "./presets.ts";

const dataset = {
  ...{ datasetId: "d", versionId: "v", name: "Chest", number: 1, isSynthetic: false, classes: ["normal", "opacity"] },
  ...{ maskClasses: [], boxClasses: [], attributes: [], channels: 1, height: 64, width: 64 },
  ...{ trainCount: 4000, labelledCount: 4000, validationCount: 500, testCount: 500 },
};
const { model } = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["x", "y"], count: 900 });
const plain = {
  ...{ versionId: "p1", name: "Skin", number: 1, datasetName: "Skin", model, weightsSha256: "a".repeat(64) },
  isPretrained: false,
};
const shared = { ...plain, versionId: "p2", isPretrained: true };
const configOf = (name: PresetName) => presetOf(name, dataset, [plain, shared], 1)?.config;

test("each preset is a training that can start, and no two are the same", () => {
  const configs = presetNames.map(configOf);
  for (const config of configs) expect(trainingConfig.safeParse(config).error).toBeUndefined();
  expect(new Set(configs.map((config) => JSON.stringify(config))).size).toBe(presetNames.length);
});

test("they say what their names promise", () => {
  expect(configOf("fast")).toMatchObject({ model: { size: "nano", inputSize: 32 }, epochs: 3 });
  expect(configOf("balanced")).toMatchObject({ model: { size: "small", inputSize: 64 } });
  const best = configOf("best");
  expect(best).toMatchObject({ model: { size: "base" }, epochs: 3 * (best?.patienceEpochs ?? 0) });
  expect(configOf("fewLabels")?.objective.map(({ kind }) => kind)).toContain("consistency");
  expect(presetOf("pretrained", dataset, [plain, shared], 1)?.network.parent).toBe(shared);
});

test("the form opens with the balanced one, whatever the images' side", () => {
  for (const side of [28, 64, 512]) {
    const images = { ...dataset, height: side, width: side };
    const opened = initialValues(images, balancedNetwork(images), null);
    expect(chosenConfig(images, opened, undefined)).toEqual(presetOf("balanced", images, [], 1)?.config);
  }
});

test("those that these images or this group lack something for are not offered", () => {
  expect(presetOf("pretrained", dataset, [], 1)).toBeNull();
  expect(presetOf("fewLabels", { ...dataset, classes: [], maskClasses: ["background", "lung"] }, [], 1)).toBeNull();
});

test("images larger than a network reads are fitted to the largest that is trained in reasonable time", () => {
  const sideOf = (side: number) => presetOf("best", { ...dataset, height: side, width: side }, [], 1)?.config.model;
  expect([28, 64, 128, 512].map((side) => sideOf(side)?.inputSize)).toEqual([32, 64, 128, 128]);
});
