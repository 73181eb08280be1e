import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyLatentRows, packLatentRows, unpackLatentRows } from "./latent-rows.ts";

describe("packed latent rows", () => {
  it("come back as they were, in whatever runs they are read", () => {
    const sizes = fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      latentDim: fc.integer({ min: 1, max: 5 }),
      classCount: fc.integer({ min: 0, max: 4 }),
      cut: fc.nat(9),
    });
    fc.assert(
      fc.property(sizes, fc.noShrink(fc.infiniteStream(fc.float({ noNaN: true }))), (shape, numbers) => {
        const rows = emptyLatentRows(shape.count, shape);
        for (const part of [rows.mu, rows.logVar, rows.logits]) {
          for (const i of part.keys()) part[i] = next(numbers);
        }
        const bytes = packLatentRows(rows);
        const read = emptyLatentRows(shape.count, shape);
        const cut = Math.min(shape.cut, shape.count);
        const rowBytes = (2 * shape.latentDim + shape.classCount) * 4;
        unpackLatentRows(bytes.subarray(cut * rowBytes), read, cut);
        unpackLatentRows(bytes.subarray(0, cut * rowBytes), read);
        expect(read).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it("are little-endian: mu, then logVar, then logits of each image", () => {
    const rows = { ...emptyLatentRows(2, { latentDim: 1, classCount: 1 }), mu: Float32Array.of(1, 2) };
    rows.logVar.set([3, 4]);
    rows.logits.set([5, 6]);
    const view = new DataView(packLatentRows(rows).buffer);
    expect(Array.from({ length: 6 }, (_, i) => view.getFloat32(i * 4, true))).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it("of another shape are refused", () => {
    const rows = emptyLatentRows(2, { latentDim: 2, classCount: 1 });
    expect(() => unpackLatentRows(new Uint8Array(12), rows)).toThrow(/12 bytes .* 2 rows of 5 numbers/);
    expect(() => unpackLatentRows(new Uint8Array(60), rows)).toThrow(RangeError);
  });
});

function next(numbers: Iterator<number>): number {
  return numbers.next().value ?? 0;
}
