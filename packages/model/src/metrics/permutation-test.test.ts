import { describe, expect, it } from "vitest";
import reference from "./fixtures/statistics.json" with { type: "json" };
import { pairedPermutationTest, permutationTest } from "./permutation-test.ts";

const { a, b, first, second, independent, paired } = reference.permutation;
const values = [...a, ...b];
const groups = values.map((_, i) => (i < a.length ? 0 : 1));
const gap = (assignment: ArrayLike<number>) => {
  const sums = [0, 0];
  values.forEach((value, i) => {
    const group = assignment[i] ?? 0;
    sums[group] = (sums[group] ?? 0) + value;
  });
  return (sums[0] ?? 0) / a.length - (sums[1] ?? 0) / b.length;
};
const oneStratum = values.map(() => 0);
// Three standard errors of a share from 20,000 permutations.
const tolerance = (p: number) => 3 * Math.sqrt((p * (1 - p)) / 20_000);

describe("permutationTest", () => {
  it("comes to scipy's exact p-value", () => {
    const found = permutationTest(gap, groups, oneStratum, { seed: 1, permutations: 20_000 });
    expect(found.difference).toBeCloseTo(independent.difference, 12);
    expect(Math.abs(found.pValue - independent.pValue)).toBeLessThan(tolerance(independent.pValue));
  });

  it("shuffles within strata only", () => {
    permutationTest(
      (assignment) => {
        expect((assignment[0] ?? 0) + (assignment[1] ?? 0)).toBe(1);
        expect([...assignment.slice(2)].sort()).toEqual([0, 1, 1]);
        return 0;
      },
      [0, 1, 1, 1, 0],
      [0, 0, 1, 1, 1],
      { seed: 1, permutations: 40 },
    );
  });

  it("keeps the cases of a subject together", () => {
    permutationTest(
      (assignment) => {
        expect(assignment[0]).toBe(assignment[1]);
        expect(assignment[2]).toBe(assignment[3]);
        return 0;
      },
      [0, 0, 1, 1, 0, 1],
      [0, 0, 0, 0, 0, 0],
      { seed: 1, permutations: 40, subjects: [7, 7, 8, 8, 9, 10] },
    );
  });

  it("has a p-value of 1 where nothing differs, and never 0", () => {
    expect(permutationTest(() => 0, groups, oneStratum, { seed: 1, permutations: 99 }).pValue).toBe(1);
    let call = 0;
    const onlyFirst = () => (call++ === 0 ? 1 : 0);
    expect(permutationTest(onlyFirst, groups, oneStratum, { seed: 1, permutations: 99 }).pValue).toBe(0.01);
  });

  it("refuses a subject in two groups and a set without cases", () => {
    const options = { seed: 1, subjects: ["x", "x"] };
    expect(() => permutationTest(() => 0, [0, 1], [0, 0], options)).toThrow("case 0 is in groups 0 and 1");
    expect(() => permutationTest(() => 0, [], [], { seed: 1 })).toThrow("not enough data");
  });
});

describe("pairedPermutationTest", () => {
  it("comes to scipy's exact p-value", () => {
    const difference = (exchanged: Int32Array) =>
      first.reduce((sum, value, i) => sum + (value - (second[i] ?? 0)) * (exchanged[i] === 1 ? -1 : 1), 0) /
      first.length;
    const found = pairedPermutationTest(difference, first.length, { seed: 2, permutations: 20_000 });
    expect(found.difference).toBeCloseTo(paired.difference, 12);
    expect(Math.abs(found.pValue - paired.pValue)).toBeLessThan(tolerance(paired.pValue));
  });

  it("exchanges all cases of a subject together", () => {
    pairedPermutationTest(
      (exchanged) => {
        expect(exchanged[0]).toBe(exchanged[2]);
        return 0;
      },
      3,
      { seed: 2, permutations: 40, subjects: [1, 2, 1] },
    );
  });
});
