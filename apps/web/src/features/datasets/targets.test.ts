import { describe, expect, it } from "vitest";
import { hasTargets, outlineColour, targetColours } from "./targets.ts";

describe("targetColours", () => {
  it("leaves the background out, and gives boxes other colours than masks", () => {
    expect(targetColours({ maskClasses: ["background", "a", "b"], boxClasses: ["c"] })).toEqual({
      masks: [null, outlineColour(0), outlineColour(1)],
      boxes: [outlineColour(2)],
    });
    expect(targetColours({ maskClasses: [], boxClasses: ["c", "d"] }).boxes).toEqual([
      outlineColour(0),
      outlineColour(1),
    ]);
  });

  it("gives a box the colour of the mask of the same name", () => {
    const { masks, boxes } = targetColours({ maskClasses: ["background", "a", "b"], boxClasses: ["b", "c"] });
    expect(boxes).toEqual([masks[2], outlineColour(2)]);
  });
});

describe("outlineColour", () => {
  it("tells seven classes apart, and repeats then", () => {
    const colours = Array.from({ length: 8 }, (_, i) => outlineColour(i));
    expect(new Set(colours).size).toBe(7);
    expect(colours[7]).toBe(colours[0]);
  });
});

describe("hasTargets", () => {
  it("is false for labels only", () => {
    expect(hasTargets({ maskClasses: [], boxClasses: [] })).toBe(false);
    expect(hasTargets({ maskClasses: [], boxClasses: ["cell"] })).toBe(true);
  });
});
