import { describe, expect, test } from "vitest";
import { defaultModelConfig } from "../network/model-config.ts";
import { boxScore } from "./box-score.ts";
import { resultOfImage } from "./image-result.ts";

const box = (left: number, classIndex = 0) => ({ classIndex, left, top: 0, width: 10, height: 10 });
const found = (left: number, score: number, classIndex = 0) => ({ ...box(left, classIndex), score });

describe("the score of an image's boxes", () => {
  test("counts each drawn box once, by class, from half an overlap on", () => {
    expect(boxScore([found(1, 0.9), found(2, 0.8)], [box(0)])).toBeCloseTo(2 / 3);
    expect(boxScore([found(0, 0.9, 1)], [box(0)])).toBe(0);
    // Shifted by a third of the side, half of the union is shared.
    expect(boxScore([found(3.3, 0.9)], [box(0)])).toBe(1);
    expect(boxScore([found(3.4, 0.9)], [box(0)])).toBe(0);
  });

  test("is null where there is nothing, and 0 where one side alone has something", () => {
    expect(boxScore([], [])).toBeNull();
    expect(boxScore([], [box(0)])).toBe(0);
    expect(boxScore([found(0, 0.9)], [])).toBe(0);
  });
});

describe("the result of an image", () => {
  const classes = { classes: [], maskClasses: ["background", "lung"], boxClasses: ["opacity"] };
  const config = defaultModelConfig({ size: "nano", channels: 1, ...classes });
  const size = 32;
  const halves = Uint8Array.from({ length: size * size }, (_, place) => (place < (size * size) / 2 ? 1 : 0));
  const network = {
    config,
    segment: async () => halves,
    detect: async () => [[found(4, 0.8), found(20, 0.1)]],
  };
  const image = { count: 1, height: 64, width: 64, channels: 1 as const, images: new Uint8Array(64 * 64) };

  test("is at the network's size, beside what was drawn, with how well they agree", async () => {
    const mask = Uint8Array.from({ length: 64 * 64 }, (_, place) => (place < (64 * 64) / 4 ? 1 : 0));
    const drawnBoxes = [{ classIndex: 0, left: 8, top: 0, width: 20, height: 20 }];
    const result = await resultOfImage(network, image, { mask, boxes: drawnBoxes });
    // A quarter of the image is drawn, half of it was outlined.
    expect(result.dice).toBeCloseTo(2 / 3);
    expect(result.drawnBoxes).toEqual([box(4)]);
    expect(result.boxes).toEqual([found(4, 0.8)]);
    expect(result.boxes50).toBe(1);
  });

  test("has no score where nobody said what there is, or where nobody knows any pixel", async () => {
    const nobody = await resultOfImage(network, image, { mask: null, boxes: null });
    expect(nobody).toMatchObject({ mask: halves, drawnMask: null, dice: null, boxes50: null });
    const ignored = await resultOfImage(network, image, { mask: new Uint8Array(64 * 64).fill(255), boxes: [] });
    expect(ignored).toMatchObject({ dice: null, boxes50: 0 });
    const { maskClasses: _masks, ...plain } = config;
    const withoutHeads = { ...network, config: { ...plain, maskClasses: [], boxClasses: [] } };
    expect(await resultOfImage(withoutHeads, image, { mask: null, boxes: null })).toMatchObject({
      mask: null,
      boxes: null,
    });
  });
});
