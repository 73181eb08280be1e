import { classColour } from "@diaphane/ui";
import { describe, expect, it } from "vitest";
import { hasTargets, targetColours } from "./targets.ts";

describe("targetColours", () => {
  it("leaves the background out, and gives boxes other colours than masks", () => {
    expect(targetColours({ maskClasses: ["background", "a", "b"], boxClasses: ["c"] })).toEqual({
      masks: [null, classColour(0), classColour(1)],
      boxes: [classColour(2)],
    });
    expect(targetColours({ maskClasses: [], boxClasses: ["c", "d"] }).boxes).toEqual([classColour(0), classColour(1)]);
  });

  it("gives a box the colour of the mask of the same name", () => {
    const { masks, boxes } = targetColours({ maskClasses: ["background", "a", "b"], boxClasses: ["b", "c"] });
    expect(boxes).toEqual([masks[2], classColour(2)]);
  });
});

describe("hasTargets", () => {
  it("is false for labels only", () => {
    expect(hasTargets({ maskClasses: [], boxClasses: [] })).toBe(false);
    expect(hasTargets({ maskClasses: [], boxClasses: ["cell"] })).toBe(true);
  });
});
