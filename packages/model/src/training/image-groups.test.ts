import { describe, expect, it } from "vitest";
import type { ObjectiveTerm } from "../objective/objective-term.ts";
import { randomImages } from "../testing/random-images.ts";
import { imageGroups } from "./image-groups.ts";

const sites = Float32Array.from([7, 7, 3, Number.NaN, 3, 3, 7, Number.NaN]);
const set = {
  ...randomImages(8, 4),
  labels: Int32Array.from([0, 1, 0, 1, 0, 0, -1, -1]),
  attributes: new Map([["site", sites]]),
};
const term = (changes: object = {}): ObjectiveTerm[] => [
  { kind: "reconstruction", weight: 1 },
  { kind: "classification", weight: 1, labelSmoothing: 0, classWeights: "none", groupBy: "site", ...changes },
];

describe("imageGroups", () => {
  it("are the cells of value and label that occur; a missing value is a value, no label no group", () => {
    const found = imageGroups(term(), set);
    expect(found?.groups).toEqual([
      { value: 3, label: 0 },
      { value: 7, label: 0 },
      { value: 7, label: 1 },
      { value: null, label: 1 },
    ]);
    expect([...(found?.ids ?? [])]).toEqual([1, 2, 0, 3, 0, 0, -1, -1]);
    expect(found?.weights).toEqual([1, 1, 1, 1]);
  });

  it("balanced: inverse frequency, 1 on average over labelled rows; or as given", () => {
    expect(imageGroups(term({ groupWeights: "balanced" }), set)?.weights).toEqual([0.5, 1.5, 1.5, 1.5]);
    expect(imageGroups(term({ groupWeights: [1, 2, 3, 4] }), set)?.weights).toEqual([1, 2, 3, 4]);
  });

  it("refuses weights of other groups, an attribute that is not there, and one of too many values", () => {
    expect(() => imageGroups(term({ groupWeights: [1] }), set)).toThrow("1 group weights for 4 groups");
    expect(() => imageGroups(term({ groupBy: "sex" }), set)).toThrow("groups images by sex");
    const many = randomImages(40, 4);
    const ages = new Map([["site", Float32Array.from({ length: 40 }, (_, row) => row)]]);
    expect(() => imageGroups(term(), { ...many, attributes: ages })).toThrow("site has 40 values");
  });

  it("are none without an attribute to group by", () => {
    expect(imageGroups([{ kind: "reconstruction", weight: 1 }], set)).toBeUndefined();
  });
});
