import { defaultTrainingConfig } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { flattenSettings } from "./flatten-settings.ts";

test("parts of an objective go by their kind, lists of values stay together", () => {
  const config = {
    epochs: 3,
    model: { size: "nano", classes: ["normal", "opacity"] },
    objective: [{ kind: "beta", beta: 4 }, { kind: "bare" }, { kind: "classification", classWeights: [1, 2.5] }],
    erasing: { kind: "none" },
    steps: [{ at: 1 }, { at: 2 }],
    nothing: null,
    balanced: false,
  };
  expect(flattenSettings(config)).toEqual({
    epochs: 3,
    "model.size": "nano",
    "model.classes": "normal, opacity",
    "objective.beta.beta": 4,
    "objective.bare": true,
    "objective.classification.classWeights": "1, 2.5",
    "erasing.kind": "none",
    "steps.0.at": 1,
    "steps.1.at": 2,
    balanced: false,
  });
});

test("every number of a real configuration is there", () => {
  const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["a", "b"], count: 500 });
  const flat = flattenSettings(config);
  expect(flat).toMatchObject({ "model.latentDim": 16, "objective.capacity.capacity": 25, learningRate: 0.004 });
  const numbers = JSON.stringify(config).match(/:\d/g) ?? [];
  expect(Object.values(flat).filter((value) => typeof value === "number")).toHaveLength(numbers.length);
});

test("what is no configuration has no settings", () => {
  expect(flattenSettings(null)).toEqual({});
});
