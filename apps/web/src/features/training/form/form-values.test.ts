import { expect, test } from "vitest";
import {
  baseConfigFor,
  defaultConfigFor,
  formValues,
  initialValues,
  obstacleOf,
  termsForOtherData,
} from "./form-values.ts";

const dataset = {
  ...{ datasetId: "d", versionId: "v", name: "Chest", number: 1, isSynthetic: false, classes: ["normal", "opacity"] },
  ...{ maskClasses: [], boxClasses: [] },
  ...{ channels: 1, height: 28, width: 28, trainCount: 4000, validationCount: 500, testCount: 500 },
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

const total = { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 } as const;
const alignment = { kind: "alignment" as const, weight: 1, delta: 1, attributes: [{ name: "age", latent: 9 }] };

test("a kept total correlation takes the place of the default capacity; attributes stay with their data set", () => {
  const kinds = baseConfigFor(dataset, { size: "nano" }, [total]).objective.map(({ kind }) => kind);
  expect(kinds).toEqual(["reconstruction", "classification", "total-correlation"]);
  expect(termsForOtherData([total, alignment])).toEqual([total]);
});

test("there are at least as many latents as kept terms name", () => {
  const values = { ...initialValues(dataset, { size: "nano" }, null), keptTerms: [alignment] };
  const withLatents = (latentDim: number) =>
    formValues.safeParse({ ...values, settings: { ...values.settings, latentDim } });
  expect(withLatents(10).success).toBe(true);
  expect(withLatents(9).error?.issues).toMatchObject([{ path: ["settings", "latentDim"], message: "min:10" }]);
});

test("masks or boxes are enough to train on, and become heads", () => {
  const outlined = { ...dataset, classes: [], maskClasses: ["background", "lung"], boxClasses: ["opacity"] };
  expect(obstacleOf(outlined)).toBeNull();
  expect(obstacleOf({ ...dataset, classes: ["one"] })).toBe("tooFewClasses");
  const { model, objective } = defaultConfigFor(outlined, { size: "nano" });
  expect(model).toMatchObject({ classes: [], maskClasses: ["background", "lung"], boxClasses: ["opacity"] });
  expect(objective.map(({ kind }) => kind)).toEqual(["reconstruction", "capacity", "segmentation", "detection"]);
});
