import { describe, expect, it } from "vitest";
import { predictedClasses, thresholded } from "./predicted-classes.ts";

describe("predictedClasses", () => {
  it("takes the most probable class, of equal ones the lower", () => {
    expect([...predictedClasses([0.2, 0.7, 0.1, 0.4, 0.2, 0.4], 3)]).toEqual([1, 0]);
  });
});

describe("thresholded", () => {
  it("calls a score on the threshold positive", () => {
    expect([...thresholded([0.49, 0.5, 0.51], 0.5)]).toEqual([0, 1, 1]);
  });
});
