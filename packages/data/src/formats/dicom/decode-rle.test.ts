import { describe, expect, it } from "vitest";
import { decodeRle } from "./decode-rle.ts";

const place = { file: "f", key: "k" };

/** A frame of RLE Lossless out of packed segments. */
function frame(...segments: number[][]): Uint8Array {
  const out = new Uint8Array(64 + segments.flat().length);
  const view = new DataView(out.buffer);
  view.setUint32(0, segments.length, true);
  let at = 64;
  segments.forEach((segment, i) => {
    view.setUint32(4 + 4 * i, at, true);
    out.set(segment, at);
    at += segment.length;
  });
  return out;
}

describe("decodeRle", () => {
  it("unpacks runs and literals, and puts the most significant byte last", () => {
    const bytes = frame([0xfe, 1], [2, 7, 8, 9]);
    const out = decodeRle(bytes, { pixels: 3, samples: 1, bytesPerSample: 2 }, place);
    expect([...new Uint16Array(out.buffer)]).toEqual([256 + 7, 256 + 8, 256 + 9]);
  });

  it("interleaves colours", () => {
    const out = decodeRle(frame([0xff, 1], [0xff, 2], [0xff, 3]), { pixels: 2, samples: 3, bytesPerSample: 1 }, place);
    expect([...out]).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it.each([
    ["too few pixels", frame([0xfe, 1])],
    ["a literal that is cut", frame([9, 1, 2])],
    ["another number of segments", frame([0xf0, 1], [0xf0, 1])],
    ["nothing", new Uint8Array(3)],
  ])("refuses %s", (_, bytes) => {
    const shape = { pixels: 10, samples: 1, bytesPerSample: 1 };
    expect(() => decodeRle(bytes, shape, place)).toThrow(/expected/);
  });
});
