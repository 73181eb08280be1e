import { describe, expect, it } from "vitest";
import { packSampleTable, positionOf, sampleAt, unpackSampleTable } from "./sample-table.ts";

const table = {
  indices: Int32Array.of(0, 3, 70_000),
  labels: Int16Array.of(2, -1, 300),
  splits: Uint8Array.of(0, 2, 1),
};

describe("sample table", () => {
  it("comes back from its bytes", () => {
    const bytes = packSampleTable(table);
    expect(bytes.byteLength).toBe(21);
    expect(unpackSampleTable(bytes.buffer)).toEqual(table);
    expect(unpackSampleTable(new ArrayBuffer(0)).indices).toHaveLength(0);
  });

  it("packs a view into a larger buffer", () => {
    const view = {
      indices: table.indices.subarray(1),
      labels: table.labels.subarray(1),
      splits: table.splits.subarray(1),
    };
    expect([...unpackSampleTable(packSampleTable(view).buffer).indices]).toEqual([3, 70_000]);
  });

  it("refuses what can't be a table", () => {
    expect(() => unpackSampleTable(new ArrayBuffer(8))).toThrow(RangeError);
    expect(() => packSampleTable({ ...table, labels: Int16Array.of(1) })).toThrow(RangeError);
  });

  it("gives one sample", () => {
    expect(sampleAt(table, 1)).toEqual({ index: 3, label: null, split: "TEST" });
    expect(sampleAt(table, 2)).toEqual({ index: 70_000, label: 300, split: "VALIDATION" });
    expect(sampleAt(table, 3)).toBeNull();
  });

  it("finds a sample by its index", () => {
    expect([0, 3, 70_000, 5, -1].map((index) => positionOf(table, index))).toEqual([0, 1, 2, -1, -1]);
  });
});
