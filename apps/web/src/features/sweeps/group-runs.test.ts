import { expect, test } from "vitest";
import { groupRuns } from "./group-runs.ts";

test("only the configuration counts, whatever order its fields come in", () => {
  const runs = [
    { id: 1, config: { beta: 1, size: "nano" } },
    { id: 2, config: { beta: 4, size: "nano" } },
    { id: 3, config: { size: "nano", beta: 1 } },
  ];
  expect(groupRuns(runs).map(({ settings, runs }) => [settings["beta"], runs.map(({ id }) => id)])).toEqual([
    [1, [1, 3]],
    [4, [2]],
  ]);
});

test("no runs make no groups", () => {
  expect(groupRuns([])).toEqual([]);
});
