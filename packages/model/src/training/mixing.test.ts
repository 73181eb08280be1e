import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { symmetricBeta } from "../random/beta.ts";
import { randomSource } from "../random/random-source.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { mixingAt } from "./mixing.ts";

useEngine("cpu");

function readAt(seed: number, step: number) {
  const mixing = mixingAt(seed, step, 12, 0.75);
  const values = { partners: [...mixing.mixPartners.dataSync()], share: mixing.mixShare.dataSync()[0] ?? Number.NaN };
  tf.dispose(mixing);
  return values;
}

describe("mixing", () => {
  it("is a function of seed and step: every row is a partner once, and at least half stays of each", async () => {
    await expectNoLeak(() => {
      for (let step = 0; step < 50; step++) {
        const { partners, share } = readAt(1, step);
        expect(partners.toSorted((a, b) => a - b)).toEqual([...Array(12).keys()]);
        expect(share).toBeGreaterThanOrEqual(0.5);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(readAt(1, 7)).toEqual(readAt(1, 7));
      expect(readAt(1, 7)).not.toEqual(readAt(2, 7));
    });
  });
});

describe("symmetricBeta", () => {
  it.each([0.1, 0.75, 1, 4])("has mean 1/2 and variance 1/(4(2·alpha + 1)) at alpha %d", (alpha) => {
    const source = randomSource(5, 99);
    const draws = Array.from({ length: 20_000 }, () => symmetricBeta(source, alpha));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(variance * 4 * (2 * alpha + 1)).toBeCloseTo(1, 1);
  });
});
