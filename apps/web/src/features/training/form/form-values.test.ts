import { expect, test } from "vitest";
import { defaultConfigFor, formValues, initialValues, obstacleOf } from "./form-values.ts";
import { settingsForOtherData } from "./training-settings.ts";

const dataset = {
  ...{ datasetId: "d", versionId: "v", name: "Chest", number: 1, isSynthetic: false, classes: ["normal", "opacity"] },
  ...{ maskClasses: [], boxClasses: [], attributes: [] },
  ...{
    channels: 1,
    height: 28,
    width: 28,
    trainCount: 4000,
    labelledCount: 4000,
    validationCount: 500,
    testCount: 500,
  },
};

test("the form opens with the size's own image size, or with the one asked for", () => {
  expect(initialValues(dataset, { size: "large" }, null)).toMatchObject({ size: "large", inputSize: 128 });
  const other = initialValues(dataset, { size: "base", inputSize: 224 }, null);
  expect(other).toMatchObject({ inputSize: 224, settings: { latentDim: 64, batchSize: 32 } });
  expect(formValues.safeParse(other).success).toBe(true);
});

test("an image size that the network does not read gives way to its own", () => {
  expect(defaultConfigFor(dataset, { size: "nano", inputSize: 224 }).model.inputSize).toBe(32);
});

const opened = initialValues(dataset, { size: "nano" }, null);
const aligned = [{ name: "age", latent: 9 }];

test("what names attributes, classes or groups stays with its data set", () => {
  const own = { classWeighting: "own" as const, classWeights: [1, 2], groupWeighting: "balanced" as const };
  const settings = { ...opened.settings, ...own, aligned, groupBy: "sex", decomposed: true };
  expect(settingsForOtherData(settings)).toEqual({
    ...{ ...settings, aligned: [], groupBy: "" },
    ...{ classWeighting: "none", classWeights: [] },
  });
});

test("settings that are right by themselves are refused with what they lack", () => {
  const issuesWith = (change: object) =>
    formValues
      .safeParse({ ...opened, settings: { ...opened.settings, ...change } })
      .error?.issues.map(({ path, message }) => [path[1], message]);
  expect(issuesWith({ aligned, latentDim: 10 })).toBeUndefined();
  expect(issuesWith({ aligned, latentDim: 9 })).toEqual([["latentDim", "min:10"]]);
  expect(issuesWith({ erasing: "rectangle", erasingAreaLeast: 0.5 })).toEqual([["erasingAreaMost", "min:0.5"]]);
  expect(issuesWith({ semi: "mixmatch", groupBy: "sex", groupDro: true })).toEqual([["semi", "mixedGroups"]]);
});

test("where few images have a label, the others teach too", () => {
  const few = defaultConfigFor({ ...dataset, labelledCount: 40 }, { size: "nano" });
  expect(few.objective.map(({ kind }) => kind)).toContain("consistency");
  expect(defaultConfigFor(dataset, { size: "nano" }).labelledShare).toBeUndefined();
});

test("masks or boxes are enough to train on, and become heads", () => {
  const outlined = { ...dataset, classes: [], maskClasses: ["background", "lung"], boxClasses: ["opacity"] };
  expect(obstacleOf(outlined)).toBeNull();
  expect(obstacleOf({ ...dataset, classes: ["one"] })).toBe("tooFewClasses");
  const { model, objective } = defaultConfigFor(outlined, { size: "nano" });
  expect(model).toMatchObject({ classes: [], maskClasses: ["background", "lung"], boxClasses: ["opacity"] });
  expect(objective.map(({ kind }) => kind)).toEqual(["reconstruction", "capacity", "segmentation", "detection"]);
});
