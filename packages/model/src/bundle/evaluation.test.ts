import { expect, test } from "vitest";
import { evaluation } from "./evaluation.ts";

const none = { count: 3, labelled: 0, classes: ["a", "b"], auc: null, atHalf: null, atThreshold: null, roc: [] };

test("figures carry their intervals, and come back as they were", () => {
  const estimate = { value: 0.1, interval: [0.05, 0.2] };
  const quality = { psnr: { value: 24, interval: [23, 25] }, ssim: { value: 0.8, interval: [0.7, 0.9] } };
  const written = { ...none, ece: estimate, brier: estimate, ...quality };
  expect(evaluation.parse(written)).toEqual(written);
});

test("bare numbers of older bundles are read as figures without an interval, which can be written again", () => {
  const read = evaluation.parse({ ...none, ece: 0.1, brier: null, psnr: 24, ssim: 0.8 });
  expect(read).toMatchObject({ ece: { value: 0.1, interval: null }, brier: null, psnr: { value: 24, interval: null } });
  expect(evaluation.parse(read)).toEqual(read);
});
