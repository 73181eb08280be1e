import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseCoding, compress } from "./content-coding.ts";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br; q=1.0", "br"],
  ["identity", null],
  ["brotli", null],
  ["", null],
  [null, null],
])("of %j it takes %j", (header, coding) => {
  expect(chooseCoding(header)).toBe(coding);
});

const smooth = Uint8Array.from({ length: 5000 }, (_, i) => Math.round(100 + 50 * Math.sin(i / 200)));

test("pixels come back as they were, from less", async () => {
  const [br, gzip] = [await compress(smooth, "br"), await compress(smooth, "gzip")];
  for (const coded of [br, gzip]) expect(coded?.byteLength).toBeLessThan(2500);
  expect(Buffer.compare(brotliDecompressSync(br ?? smooth), smooth)).toBe(0);
  expect(Buffer.compare(gunzipSync(gzip ?? smooth), smooth)).toBe(0);
});

test("what gets no smaller, or is small already, stays as it is", async () => {
  expect(await compress(crypto.getRandomValues(new Uint8Array(5000)), "br")).toBeNull();
  expect(await compress(smooth.subarray(0, 500), "gzip")).toBeNull();
});
