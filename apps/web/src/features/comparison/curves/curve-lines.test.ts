import type { StoredRunEvent } from "@diaphane/core/schemas";
import { expect, test } from "vitest";
import { emptyProgress, foldRunEvents } from "../../training/progress/run-progress.ts";
import { epochPoints, stepPoints } from "./curve-lines.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const step = (id: number, step: number, total: number | null): StoredRunEvent => ({
  ...{ id, step, createdAt: at(id), kind: "step" },
  data: {
    ...{ epoch: 1, capacity: null, klPerLatent: [], learningRate: 0.1, imagesPerSecond: null, secondsLeft: null },
    losses: { total, reconstruction: 1, classification: null, kl: 2 },
  },
});
const events: StoredRunEvent[] = [
  {
    ...{ id: 1, step: 0, createdAt: at(1), kind: "started" },
    data: { engine: "wasm", parameterCount: 1, stepsPerEpoch: 10, epochs: 2, resumedFromStep: null },
  },
  step(3, 5, 9),
  step(4, 8, null),
  step(6, 10, 7),
  {
    ...{ id: 9, step: 10, createdAt: at(9), kind: "epoch" },
    data: { epoch: 1, validation: { auc: 0.75, accuracy: null, loss: 1, psnr: 20, dice: null, ap50: null } },
  },
];
const progress = foldRunEvents(emptyProgress, events);

test("steps along steps and along time; what was not read has no point", () => {
  expect(stepPoints(progress, "total", "step")).toEqual([
    { x: 5, y: 9 },
    { x: 10, y: 7 },
  ]);
  expect(stepPoints(progress, "total", "time")).toEqual([
    { x: 2, y: 9 },
    { x: 5, y: 7 },
  ]);
  expect(stepPoints(progress, "classification", "step")).toEqual([]);
});

test("an epoch stands at the step and the time at which it ended", () => {
  expect(epochPoints(progress, "auc", "step")).toEqual([{ x: 10, y: 0.75 }]);
  expect(epochPoints(progress, "psnr", "time")).toEqual([{ x: 8, y: 20 }]);
  expect(epochPoints(progress, "accuracy", "time")).toEqual([]);
});
