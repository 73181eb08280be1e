import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitImages } from "./fit-images.ts";
import { checkImageSet } from "./image-set.ts";
import { InvalidImageSet } from "./invalid-image-set.ts";

const gray = (height: number, width: number, images: number[]) => ({
  ...{ count: images.length / (height * width), height, width, channels: 1 },
  images: Uint8Array.from(images),
});

describe("fitImages", () => {
  it("returns images that fit as they are", () => {
    const batch = gray(2, 2, [1, 2, 3, 4]);
    expect(fitImages(batch, 2, 1)).toBe(batch);
  });

  it("averages areas when shrinking, by parts of pixels too", () => {
    expect([...fitImages(gray(4, 4, [0, 4, 8, 8, 4, 8, 8, 8, 1, 1, 9, 9, 1, 1, 9, 9]), 2, 1).images]).toEqual([
      4, 8, 1, 9,
    ]);
    // 3 → 2: each output covers a pixel and half of the next.
    expect([...fitImages(gray(3, 3, [0, 90, 180, 0, 90, 180, 0, 90, 180]), 2, 1).images]).toEqual([30, 150, 30, 150]);
  });

  it("interpolates between pixel centres when enlarging", () => {
    expect([...fitImages(gray(2, 2, [0, 100, 0, 100]), 4, 1).images.subarray(0, 4)]).toEqual([0, 25, 75, 100]);
    expect([...fitImages(gray(1, 1, [7]), 2, 1).images]).toEqual([7, 7, 7, 7]);
  });

  it("takes each axis by itself", () => {
    expect([...fitImages(gray(1, 4, [0, 100, 200, 100]), 2, 1).images]).toEqual([50, 150, 50, 150]);
  });

  it("turns colour to luminance and gray to colour", () => {
    const colour = { count: 1, height: 1, width: 2, channels: 3, images: Uint8Array.from([255, 0, 0, 10, 20, 30]) };
    expect(fitImages({ ...colour, width: 1, images: colour.images.slice(0, 3) }, 1, 1).images[0]).toBe(76);
    expect([...fitImages(gray(1, 1, [9]), 1, 3).images]).toEqual([9, 9, 9]);
  });

  it("leaves a plain image plain, at any size", () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, fc.nat(255), (height, width, size, shade) => {
        const fitted = fitImages(gray(height, width, Array(height * width).fill(shade)), size, 1);
        expect(fitted.images.every((value) => value === shade)).toBe(true);
      }),
    );
  });

  it("fits every image by itself", () => {
    const two = fitImages(gray(3, 3, [...Array(9).fill(10), ...Array(9).fill(200)]), 5, 1);
    expect(new Set(two.images.subarray(0, 25))).toEqual(new Set([10]));
    expect(new Set(two.images.subarray(25))).toEqual(new Set([200]));
  });

  it("refuses bytes that don't fill the shape, naming both", () => {
    expect(() => fitImages({ ...gray(2, 2, [1, 2, 3, 4]), count: 2 }, 4, 1)).toThrow(
      "4 bytes; shape [2, 2, 2, 1] needs 8",
    );
    expect(() => fitImages({ ...gray(1, 1, [1]), channels: 4 }, 4, 1)).toThrow("4 channels");
  });
});

describe("checkImageSet", () => {
  const set = { ...gray(1, 1, [1, 2]), labels: Int32Array.from([0, -1]), classes: ["a", "b"] };

  it("takes unlabelled rows and names the row of a wrong label", () => {
    expect(() => checkImageSet(set, "training", ["a", "b"])).not.toThrow();
    const wrong = { ...set, labels: Int32Array.from([0, 2]) };
    expect(() => checkImageSet(wrong, "training", ["a", "b"])).toThrow("Image 1 of the training set has label 2");
  });

  it("refuses other classes, missing labels and empty sets", () => {
    expect(() => checkImageSet(set, "test", ["a", "c"])).toThrow(InvalidImageSet);
    expect(() => checkImageSet({ ...set, labels: new Int32Array(1) }, "test", ["a", "b"])).toThrow("1 labels");
    expect(() => checkImageSet({ ...gray(1, 1, []), labels: new Int32Array(), classes: [] }, "test", [])).toThrow(
      "empty",
    );
  });
});
