import { trainingConfig } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { flattenSettings } from "../../../comparison/settings/flatten-settings.ts";
import { initialValues } from "../form-values.ts";
import type { DatasetOption } from "../training-options.ts";
import { sweepConfigs } from "./sweep-configs.ts";

const dataset: DatasetOption = {
  ...{ datasetId: "d", versionId: "v", name: "Set", number: 1, isSynthetic: true, classes: ["a", "b"] },
  ...{ maskClasses: [], boxClasses: [], attributes: [] },
  ...{
    channels: 1,
    height: 64,
    width: 64,
    trainCount: 2000,
    labelledCount: 2000,
    validationCount: 100,
    testCount: 100,
  },
};
const opened = initialValues(dataset, { size: "nano" }, null);
const sweep = { ...opened.sweep, isOn: true, sizes: ["nano" as const, "small" as const] };

test("every size with every β, each with the defaults of its size", () => {
  const settings = { ...opened.settings, divergence: "beta" as const };
  const configs = sweepConfigs(dataset, { ...opened, settings, sweep: { ...sweep, beta: [1, 4] } }, {});
  expect(configs.map(flattenSettings)).toMatchObject([
    { "model.size": "nano", "objective.beta.beta": 1, "model.latentDim": 16 },
    { "model.size": "nano", "objective.beta.beta": 4, "model.latentDim": 16 },
    { "model.size": "small", "objective.beta.beta": 1, "model.latentDim": 32 },
    { "model.size": "small", "objective.beta.beta": 4, "model.latentDim": 32 },
  ]);
  for (const config of configs) expect(trainingConfig.safeParse(config).error).toBeUndefined();
});

test("every run of a sweep has the parts of the code priced", () => {
  const total = { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 } as const;
  const settings = { ...opened.settings, divergence: "beta" as const, decomposed: true };
  const values = { ...opened, settings, sweep: { ...sweep, beta: [0, 2] } };
  for (const [index, config] of sweepConfigs(dataset, values, { decomposed: true }).entries()) {
    expect(config.objective.at(-1)).toEqual(total);
    expect(config.objective.some(({ kind }) => kind === "beta")).toBe(index % 2 === 1);
    expect(config.objective.some(({ kind }) => kind === "capacity")).toBe(false);
  }
});

test("the form's own size reads the image size that the form says, another its default", () => {
  const configs = sweepConfigs(dataset, { ...opened, inputSize: 64, sweep }, {});
  expect(configs.map(({ model }) => [model.size, model.inputSize])).toEqual([
    ["nano", 64],
    ["small", 64],
  ]);
  const [, small] = sweepConfigs(dataset, { ...opened, inputSize: 32, sweep }, {});
  expect(small?.model.inputSize).toBe(64);
});

test("what the reader has touched holds for all sizes, what they have not is each size's own", () => {
  const settings = { ...opened.settings, latentDim: 7, learningRate: 0.009 };
  const configs = sweepConfigs(dataset, { ...opened, settings, sweep }, { latentDim: true, learningRate: false });
  const small = configs.map(flattenSettings).find((config) => config["model.size"] === "small");
  expect(small).toMatchObject({ "model.latentDim": 7, learningRate: 0.004, "objective.capacity.capacity": 25 });
});
