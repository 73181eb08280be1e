import { describe, expect, it } from "vitest";
import { colourGroups } from "./colour-groups.ts";

const about = { key: "attribute:x", kind: "attribute", name: "x" } as const;

describe("colourGroups", () => {
  it("has a group for each value, and one for unknown", () => {
    const { of, groups } = colourGroups({ ...about, values: ["a", "b"], column: Float32Array.of(1, 0, Number.NaN) });
    expect([...of]).toEqual([1, 0, 2]);
    expect(groups.map(({ key }) => key)).toEqual(["a", "b", null]);
    expect(new Set(groups.map(({ colour }) => colour)).size).toBe(3);
  });

  it("keeps hundreds of values apart, and a value called unknown from an unknown value", () => {
    const values = Array.from({ length: 300 }, (_, place) => (place === 0 ? "unknown" : `clinic ${place}`));
    const { of, counts, groups } = colourGroups({ ...about, values, column: Float32Array.of(299, 0, 256, Number.NaN) });
    expect([...of]).toEqual([299, 0, 256, 300]);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(301);
    expect([0, 1, 256, 299, 300].map((group) => counts[group])).toEqual([1, 0, 1, 1, 1]);
  });

  it("cuts a number's range into even steps, both ends within", () => {
    const { of, groups } = colourGroups({ ...about, values: [], column: Float32Array.of(0, 8, 4, Number.NaN, 7.9) });
    expect([...of]).toEqual([0, 7, 4, 8, 7]);
    expect(groups[0]).toMatchObject({ from: 0, to: 1 });
    expect(groups[7]).toMatchObject({ from: 7, to: 8 });
  });

  it("of nothing known has nothing but unknown", () => {
    const { of, groups } = colourGroups({ ...about, values: [], column: Float32Array.of(Number.NaN) });
    expect([...of]).toEqual([0]);
    expect(groups).toHaveLength(1);
  });
});
