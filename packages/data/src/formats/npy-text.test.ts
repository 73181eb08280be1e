import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeTexts } from "../testing/index.ts";
import { isTextDtype } from "./npy-dtype.ts";
import { parseNpyHeader } from "./npy-header.ts";
import { decodeText } from "./npy-text.ts";

function roundTrip(texts: string[]) {
  const bytes = encodeTexts(texts);
  const { dtype, dataOffset } = parseNpyHeader(bytes, { file: "a", key: "b" });
  if (!isTextDtype(dtype)) throw new Error(dtype);
  return decodeText(bytes.subarray(dataOffset), dtype);
}
const points = (...codes: number[]) => new Uint8Array(Uint32Array.from(codes).buffer);

describe("decodeText", () => {
  it("gives back any text without zeros", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 }).filter((one) => !one.includes("\0"));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        expect(roundTrip(texts)).toEqual(texts);
      }),
      { numRuns: 30 },
    );
  });

  it("gives null for what is no text", () => {
    expect(decodeText(points(65, 0, 66), "<U3")).toEqual([null]);
    expect(decodeText(points(0x110000, 0xd800), "<U1")).toEqual([null, null]);
    expect(decodeText(points(65, 66, 0, 0), "<U2")).toEqual(["AB", ""]);
  });
});
