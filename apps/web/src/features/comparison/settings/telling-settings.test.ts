import { expect, test } from "vitest";
import type { Settings } from "./flatten-settings.ts";
import { tellingSettings } from "./telling-settings.ts";

test("what follows from the size says nothing more", () => {
  const runs: Settings[] = [
    { lossScale: 512, "model.size": "nano", "objective.beta.beta": 1 },
    { lossScale: 512, "model.size": "nano", "objective.beta.beta": 4 },
    { lossScale: 2048, "model.size": "small", "objective.beta.beta": 1 },
    { lossScale: 2048, "model.size": "small", "objective.beta.beta": 4 },
  ];
  expect(tellingSettings(runs, 3)).toEqual(["model.size", "objective.beta.beta"]);
});

test("what only some have tells them apart too, and no more than asked for are named", () => {
  const runs: Settings[] = [
    { a: 1, b: 1, "objective.beta.beta": 4 },
    { a: 2, b: 1 },
    { a: 2, b: 2 },
  ];
  expect(tellingSettings(runs, 3)).toEqual(["objective.beta.beta", "b"]);
  expect(tellingSettings(runs, 1)).toEqual(["objective.beta.beta"]);
});

test("alike ones have none", () => {
  expect(tellingSettings([{ a: 1 }, { a: 1 }], 3)).toEqual([]);
});
