import fc from "fast-check";
import { expect, test } from "vitest";
import { effortOf, efforts, epochsOf } from "./effort.ts";

test("an effort's epochs read back as an effort of as many epochs", () => {
  fc.assert(
    fc.property(fc.constantFrom(...efforts), fc.integer({ min: 1, max: 500 }), (effort, defaultEpochs) => {
      const epochs = epochsOf(effort, defaultEpochs);
      const found = effortOf(epochs, defaultEpochs);
      expect(epochs).toBeGreaterThanOrEqual(1);
      expect(found === null ? null : epochsOf(found, defaultEpochs)).toBe(epochs);
    }),
  );
});

test("a number of one's own is no effort", () => {
  expect(effortOf(8, 8)).toBe("standard");
  expect(effortOf(9, 8)).toBeNull();
});
