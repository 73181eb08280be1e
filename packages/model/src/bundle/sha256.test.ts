import { expect, it } from "vitest";
import { sha256, sha256OfData } from "./sha256.ts";

it("hashes bytes as FIPS 180-4 says", async () => {
  expect(await sha256(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

it("hashes data whatever the order of its keys", async () => {
  expect(await sha256OfData({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(await sha256OfData({ b: [{ c: 2 }], a: 1 }));
  expect(await sha256OfData({ a: 1 })).not.toBe(await sha256OfData({ a: 2 }));
});
