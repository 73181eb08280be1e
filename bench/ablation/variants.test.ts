import { expect, test } from "vitest";
import { defaultTrainingConfig, trainingConfig } from "../../packages/model/src/training/training-config.ts";
import { variants } from "./variants.ts";

const defaults = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["a", "b"], count: 1000 });

test("every variant is a configuration of its own that can be trained", () => {
  const changed = variants.map(({ change }) => JSON.stringify(trainingConfig.parse(change(defaults))));
  expect(new Set(changed).size).toBe(variants.length);
  expect(changed[0]).toBe(JSON.stringify(defaults));
});

test("what is done with the KL is changed, never doubled or lost", () => {
  for (const { name, change } of variants) {
    const kl = change(defaults).objective.filter(({ kind }) => kind === "capacity" || kind === "beta");
    expect(kl, name).toHaveLength(name === "no reconstruction" ? 0 : 1);
  }
});
