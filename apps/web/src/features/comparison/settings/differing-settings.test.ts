import { expect, test } from "vitest";
import { differingSettings } from "./differing-settings.ts";
import type { Settings } from "./flatten-settings.ts";

test("a setting that only one run has differs", () => {
  const runs: Settings[] = [
    { seed: 1, epochs: 8, "objective.beta.beta": 4 },
    { seed: 2, epochs: 8, "objective.capacity.capacity": 25 },
  ];
  expect(differingSettings(runs)).toEqual({
    differing: ["seed", "objective.beta.beta", "objective.capacity.capacity"],
    shared: ["epochs"],
  });
});

test("the last of several runs counts as much as the first", () => {
  expect(differingSettings([{ a: 1 }, { a: 1 }, { a: 2 }]).differing).toEqual(["a"]);
});

test("values of unlike kinds differ though they read alike", () => {
  expect(differingSettings([{ a: 1 }, { a: "1" }]).differing).toEqual(["a"]);
});

test("one run alone, or none, differs from nothing", () => {
  expect(differingSettings([{ a: 1 }])).toEqual({ differing: [], shared: ["a"] });
  expect(differingSettings([])).toEqual({ differing: [], shared: [] });
});
