import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import type { FactorValues } from "./factor-data.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import { discData } from "./fixtures/known-factors.ts";
import { columnOf } from "./table.ts";

describe("generatedData", () => {
  it("shares one factor and draws the others anew", () => {
    const batch = discData.sampleSharing(1, 50, randomSource(1));
    expect(new Set(columnOf(batch, 1)).size).toBe(1);
    expect(new Set(columnOf(batch, 2)).size).toBeGreaterThan(5);
    const [first, second] = discData.samplePairs(2, 50, randomSource(1));
    expect(columnOf(first, 2)).toEqual(columnOf(second, 2));
    expect(columnOf(first, 1)).not.toEqual(columnOf(second, 1));
  });
});

describe("fixedData", () => {
  const rows = 60;
  const values: FactorValues = {
    factors: [
      { name: "site", kind: "categorical" },
      { name: "age", kind: "continuous" },
    ],
    ...{ rows, columns: 2 },
    values: Float64Array.from({ length: rows * 2 }, (_, i) => (i % 2 === 0 ? (i >> 1) % 3 : (i >> 1) / 7)),
  };
  const subjects = Array.from({ length: rows }, (_, row) => `subject ${row >> 2}`);
  const data = fixedData(values, subjects);
  const siteOf = (row: number) => row % 3;

  it("gives each row once, with its own factors and codes", async () => {
    const { observations, factors } = data.sample(1000, randomSource(1));
    expect([...observations].sort((a, b) => a - b)).toEqual([...Array(rows).keys()]);
    expect([...columnOf(factors, 0)]).toEqual(Array.from(observations, siteOf));
    const codes = await representRows({ rows, columns: 1, values: Array.from({ length: rows }, (_, row) => row * 2) })(
      observations,
    );
    expect([...columnOf(codes, 0)]).toEqual(Array.from(observations, (row) => row * 2));
  });

  it("shares values, and pairs no row with itself", () => {
    expect(new Set(Array.from(data.sampleSharing(0, 30, randomSource(1)), siteOf)).size).toBe(1);
    const [first, second] = data.samplePairs(1, 200, randomSource(1));
    first.forEach((row, i) => {
      const other = second[i] ?? row;
      expect(other).not.toBe(row);
      // A twentieth of the range of 59 rows.
      expect(Math.abs(other - row)).toBeLessThan(3);
    });
  });

  it("splits by subject, two to one", () => {
    const { train, test } = data.split(randomSource(4));
    const subjectsOf = (part: typeof data) =>
      new Set(Array.from(part.sample(1000, randomSource(1)).observations, (row) => row >> 2));
    expect(subjectsOf(train).size).toBe(10);
    expect(subjectsOf(test).size).toBe(5);
    expect(new Set([...subjectsOf(train), ...subjectsOf(test)]).size).toBe(15);
  });

  it("says which factor no two rows share, and refuses subjects of another number", () => {
    const single = { ...values, rows: 1, values: values.values };
    expect(() => fixedData(single).sampleSharing(0, 2, randomSource(1))).toThrow('share a value of "site"');
    expect(() => fixedData(values, ["a"])).toThrow("60 rows and 1 subjects");
  });
});
