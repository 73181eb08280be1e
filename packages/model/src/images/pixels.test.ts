import fc from "fast-check";
import { expect, it } from "vitest";
import { joined, type Pixels, partOf } from "./pixels.ts";

/** Bytes that lie elsewhere. */
function far(bytes: Uint8Array): Pixels {
  return { length: bytes.length, subarray: (start, end) => bytes.slice(start, end) };
}

const parts = fc.array(fc.tuple(fc.uint8Array({ maxLength: 9 }), fc.boolean()), { minLength: 1, maxLength: 5 });

it("is the same in one piece and in parts, in memory or not, whatever is asked for", () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.nat(), (given, a, b) => {
      const whole = Uint8Array.from(given.flatMap(([bytes]) => [...bytes]));
      const pixels = joined(given.map(([bytes, isFar]) => (isFar ? far(bytes) : bytes)));
      expect(pixels.length).toBe(whole.length);
      const [from = 0, to = 0] = [a % (whole.length + 1), b % (whole.length + 1)].sort((one, other) => one - other);
      expect(pixels.subarray(from, to)).toEqual(whole.subarray(from, to));
      const part = partOf(pixels, from, to);
      expect(part.length).toBe(to - from);
      expect(part.subarray(0, part.length)).toEqual(whole.subarray(from, to));
    }),
  );
});

it("copies nothing that is in memory already", () => {
  const [first, second] = [new Uint8Array([1, 2]), new Uint8Array([3, 4, 5])];
  expect(joined([first, second]).subarray(3, 5).buffer).toBe(second.buffer);
  expect(partOf(second, 1, 3)).toEqual(second.subarray(1, 3));
});
