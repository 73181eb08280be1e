import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codecs, toFloat16 } from "./dtype.ts";

const throughFloat16 = (value: number): number => {
  const view = new DataView(new ArrayBuffer(2));
  codecs.F16.write(view, 0, value);
  return codecs.F16.read(view, 0);
};

describe("16-bit floating-point numbers", () => {
  // Bits by IEEE 754-2019, binary16; the same as numpy.float16 gives.
  it.each([
    ["one", 1, 0x3c00],
    ["minus two", -2, 0xc000],
    ["a third", 1 / 3, 0x3555],
    ["the largest", 65504, 0x7bff],
    ["the smallest normal", 2 ** -14, 0x0400],
    ["the smallest of all", 2 ** -24, 0x0001],
    ["half of it, to even", 2 ** -25, 0x0000],
    ["halfway between two, to even", 1 + 2 ** -11, 0x3c00],
    ["halfway between the next two, to even", 1 + 3 * 2 ** -11, 0x3c02],
    ["what rounds up into the next power", 2 - 2 ** -12, 0x4000],
    ["what rounds up to the smallest normal", 2 ** -14 - 2 ** -26, 0x0400],
  ])("%s", (_name, value, bits) => {
    expect(toFloat16(value)).toBe(bits);
  });

  it("are within half a unit of their last place, and kept for good", () => {
    fc.assert(
      fc.property(fc.double({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const near = throughFloat16(Math.fround(value));
        expect(Math.abs(near - value)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(value) * 2 ** -11) * (1 + 1e-6));
        expect(throughFloat16(near)).toBe(near);
      }),
    );
  });

  it.each([65505, Number.POSITIVE_INFINITY, Number.NaN])("don't hold %d", (value) => {
    expect(() => toFloat16(value)).toThrow("no finite 16-bit");
  });
});
