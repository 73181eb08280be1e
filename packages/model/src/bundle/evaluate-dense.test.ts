import { describe, expect, it } from "vitest";
import type { ImageSet } from "../images/image-set.ts";
import { IGNORED_PIXEL } from "../images/targets.ts";
import { defaultModelConfig } from "../network/model-config.ts";
import { drawnImages } from "../testing/drawn-images.ts";
import { ap50Of, evaluateDetection } from "./evaluate-detection.ts";
import { evaluateSegmentation } from "./evaluate-segmentation.ts";

const set = drawnImages(12, 32);
const masks = set.segmentation.masks;
const boxes = set.detection.boxes;
const area = 32 * 32;
const config = defaultModelConfig({
  ...{ size: "nano", channels: 1, classes: [], maskClasses: ["background", "small", "large"] },
  boxClasses: ["small", "large"],
});
const options = { threshold: null, seed: 1, draws: 200 };
/** What would be found by somebody who sees nothing in the last half of the images. */
const half = masks.map((value, place) => (place < 6 * area ? value : 0));
const segmenter = (found: Uint8Array) => ({ config, segment: async () => found });
const withMasks = (changed: Uint8Array): ImageSet => ({
  ...set,
  segmentation: { classes: config.maskClasses, masks: changed },
});

describe("evaluateSegmentation", () => {
  it("is one for the right masks, and half where half of the images are missed", async () => {
    const right = (await evaluateSegmentation(segmenter(masks), set, options)).segmentation;
    expect(right).toMatchObject({ images: 12, dice: { value: 1, interval: [1, 1] } });
    expect(right?.byClass[1]?.hd95?.value).toBe(0);
    const missed = (await evaluateSegmentation(segmenter(half), set, options)).segmentation;
    expect(missed?.dice?.value).toBeCloseTo(0.5, 10);
    expect(missed?.dice?.interval[0]).toBeLessThan(0.4);
  });

  it("scores neither ignored pixels nor images of nothing else", async () => {
    const unknown = masks.map((value, place) => (place < 6 * area ? value : IGNORED_PIXEL));
    const found = (await evaluateSegmentation(segmenter(half), withMasks(unknown), options)).segmentation;
    expect(found).toMatchObject({ images: 6, dice: { value: 1 } });
    const nothing = (await evaluateSegmentation(segmenter(half), withMasks(masks.map(() => 255)), options))
      .segmentation;
    expect(nothing).toMatchObject({ images: 0, dice: null, byClass: [{ dice: null }, { dice: null }, { dice: null }] });
  });

  it("draws people, not images, where they are known", async () => {
    const subjects = Array.from({ length: 12 }, (_, row) => (row < 6 ? "one" : "other"));
    const byPerson = (await evaluateSegmentation(segmenter(half), { ...set, subjects }, options)).segmentation;
    expect(byPerson?.dice).toMatchObject({ value: 0.5, interval: [0, 1] });
  });
});

describe("evaluateDetection", () => {
  const found = boxes.map((ofImage, row) => (row < 6 ? (ofImage ?? []).map((box) => ({ ...box, score: 0.9 })) : []));
  const detector = { config, detect: async () => found };

  it("finds what was drawn, and counts only images that somebody looked at", async () => {
    const { detection } = await evaluateDetection(detector, set, options);
    const share = boxes.slice(0, 6).flat().length / boxes.flat().length;
    expect(detection).toMatchObject({ images: 12, boxes: 18, classes: ["small", "large"] });
    expect(detection?.overall?.recall.value).toBeGreaterThan(share - 0.2);
    expect(detection?.overall?.recall.value).toBeLessThan(share + 0.2);
    const looked = {
      ...set,
      detection: { classes: config.boxClasses, boxes: boxes.map((b, row) => (row < 6 ? b : null)) },
    };
    expect((await evaluateDetection(detector, looked, options)).detection).toMatchObject({
      images: 6,
      overall: { ap50: { value: 1, interval: [1, 1] }, ap: { value: 1 }, recall: { value: 1 } },
    });
    expect(await ap50Of(detector, looked)).toBe(1);
  });

  it("has no figures without boxes, and no part without a head or boxes", async () => {
    const empty = { ...set, detection: { classes: config.boxClasses, boxes: boxes.map(() => []) } };
    expect((await evaluateDetection(detector, empty, options)).detection).toMatchObject({
      ...{ images: 12, boxes: 0, overall: null, byClass: [null, null] },
    });
    expect(await ap50Of(detector, empty)).toBeNull();
    const { detection: _boxes, segmentation: _masks, ...plain } = set;
    expect(await evaluateDetection(detector, plain, options)).toEqual({});
    expect(await evaluateSegmentation(segmenter(masks), plain, options)).toEqual({});
  });
});
