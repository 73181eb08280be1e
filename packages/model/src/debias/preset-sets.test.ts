import { describe, expect, it } from "vitest";
import { type PresetSets, presetSets } from "./preset-sets.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
/** Three images a subject. */
const subjects = range(0, 300).map((row) => `subject ${Math.floor(row / 3)}`);

function subjectsOf(sets: PresetSets): Set<string | undefined>[] {
  return [sets.fit, sets.selection, sets.evidence].map((rows) => new Set(rows.map((row) => subjects[row])));
}

function areDisjoint(sets: Set<string | undefined>[]): boolean {
  return sets.reduce((sum, set) => sum + set.size, 0) === new Set(sets.flatMap((set) => [...set])).size;
}

describe("presetSets", () => {
  it("keeps the test images as evidence, and divides the validation images by subject", () => {
    const sets = presetSets({ validation: range(0, 200), test: range(201, 300), subjects }, 1);
    expect(sets.evidence).toEqual(range(201, 300));
    // Row 198 … 200 are one subject's, of whom no image is among the evidence.
    expect(sets.fit.length + sets.selection.length).toBe(200);
    expect(sets.fit.length / 200).toBeCloseTo(0.6, 1);
    expect(areDisjoint(subjectsOf(sets))).toBe(true);
  });

  it("leaves out whoever has an image among the evidence", () => {
    const sets = presetSets({ validation: range(0, 200), test: range(199, 300), subjects }, 1);
    expect([...sets.fit, ...sets.selection].filter((row) => row >= 198)).toEqual([]);
    expect(areDisjoint(subjectsOf(sets))).toBe(true);
  });

  it("divides images of no split into all three", () => {
    const sets = presetSets({ validation: [], test: range(0, 300), subjects }, 1);
    expect(sets.evidence.length / 300).toBeCloseTo(0.5, 1);
    expect(sets.fit.length + sets.selection.length + sets.evidence.length).toBe(300);
    expect(areDisjoint(subjectsOf(sets))).toBe(true);
  });

  it("is the same for the same seed, and takes images of nobody as of different people", () => {
    const held = { validation: range(0, 100), test: range(100, 200) };
    expect(presetSets(held, 3)).toEqual(presetSets(held, 3));
    expect(presetSets(held, 3).fit).not.toEqual(presetSets(held, 4).fit);
    expect(presetSets({ ...held, subjects: range(0, 200).map(() => null) }, 3)).toEqual(presetSets(held, 3));
  });
});
