import { expect, test } from "vitest";
import { runLabels } from "./run-labels.ts";

const text = (path: string, value: string | number | boolean) => {
  return path === "model.size" ? `${value}` : `${path} ${value}`;
};
const run = (modelName: string, settings: Record<string, string | number>) => ({ modelName, settings });

test("models of unlike names go by them, whatever else differs", () => {
  expect(runLabels([run("Chest nano", { seed: 1 }), run("Chest small", { seed: 2 })], text)).toEqual([
    "Chest nano",
    "Chest small",
  ]);
});

test("runs of one model go by what tells them apart", () => {
  const runs = [
    run("Chest", { lossScale: 1, seed: 1, "model.size": "nano", epochs: 8 }),
    run("Chest", { lossScale: 2, seed: 2, "model.size": "small", epochs: 8 }),
  ];
  expect(runLabels(runs, text)).toEqual(["nano", "small"]);
});

test("size comes first, the seed after it", () => {
  const runs = ["nano", "small"].flatMap((size) => [1, 2].map((seed) => run("Chest", { seed, "model.size": size })));
  expect(runLabels(runs, text)).toEqual(["nano · seed 1", "nano · seed 2", "small · seed 1", "small · seed 2"]);
});

test("some of one name: the name and what tells these apart, not what tells them from others", () => {
  const runs = [
    run("A", { seed: 1, "model.size": "nano" }),
    run("A", { seed: 2, "model.size": "nano" }),
    run("B", { seed: 1, "model.size": "small" }),
  ];
  expect(runLabels(runs, text)).toEqual(["A · seed 1", "A · seed 2", "B"]);
});

test("runs that are alike in all are numbered", () => {
  const runs = [run("A", { seed: 1 }), run("A", { seed: 1 }), run("A", { seed: 2 })];
  expect(runLabels(runs, text)).toEqual(["seed 1 (1)", "seed 1 (2)", "seed 2"]);
  expect(runLabels([run("A", {}), run("A", {})], text)).toEqual(["A (1)", "A (2)"]);
});
