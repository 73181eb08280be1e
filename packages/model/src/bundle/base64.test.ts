import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

it("carries bytes there and back, in the standard's letters (RFC 4648)", () => {
  expect(toBase64(Uint8Array.of(102, 111, 111, 98))).toBe("Zm9vYg==");
  expect(toBase64(Uint8Array.of(251, 255))).toBe("+/8=");
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
    }),
  );
  const long = Uint8Array.from({ length: 20_000 }, (_, i) => i % 251);
  expect(fromBase64(toBase64(long))).toEqual(long);
});
