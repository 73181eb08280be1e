import { describe, expect, it } from "vitest";
import { bytesSource, encodeNpy, encodeNpz, encodeRawNpy } from "../testing/index.ts";
import { type NpzLimits, readNpz } from "./npz.ts";

const data = Uint8Array.from({ length: 10 * 64 }, (_, i) => (i * 37) % 251);
const good = { a: encodeNpy({ dtype: "|u1", shape: [10, 8, 8], data }) };

async function readAll(bytes: Uint8Array, key = "a", limits: Partial<NpzLimits> = {}): Promise<Uint8Array> {
  const npz = await readNpz(bytesSource(bytes), limits);
  const parts: Uint8Array[] = [];
  for await (const part of npz.rows(key, 3)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** Finds a four-byte signature and gives its offset. */
function find(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i + 4 <= bytes.length; i++) if (view.getUint32(i, true) === signature) return i;
  throw new Error("signature not found");
}
const CENTRAL = 0x02014b50;

describe("readNpz", () => {
  it.each([true, false])("gives back every byte in whole rows (compressed: %s)", async (compress) => {
    const bytes = encodeNpz(good, { compress });
    expect(await readAll(bytes)).toEqual(data);
    const npz = await readNpz(bytesSource(bytes));
    expect(npz.keys).toEqual(["a"]);
    expect(await npz.read("a")).toEqual(data);
    const sizes: number[] = [];
    for await (const part of npz.rows("a", 3)) sizes.push(part.length);
    expect(sizes).toEqual([192, 192, 192, 64]);
  });

  it("yields nothing for an array without rows", async () => {
    const bytes = encodeNpz({ a: encodeNpy({ dtype: "|u1", shape: [0, 8, 8], data: new Uint8Array() }) });
    expect(await readAll(bytes)).toHaveLength(0);
  });

  it("reads only what it needs: a header costs no inflation of the array", async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    const array = encodeNpy({ dtype: "|u1", shape: [8, 1024, 1024], data: zeros });
    const bytes = encodeNpz({ a: array }, { compress: false });
    const source = bytesSource(bytes);
    const npz = await readNpz(source);
    expect((await npz.header("a")).shape).toEqual([8, 1024, 1024]);
    expect(source.readBytes).toBeLessThan(bytes.length / 2);
  });

  it("stops reading when its reader stops", async () => {
    const npz = await readNpz(bytesSource(encodeNpz(good)));
    for await (const part of npz.rows("a", 1)) {
      expect(part).toEqual(data.subarray(0, 64));
      break;
    }
    expect(await npz.read("a")).toEqual(data);
  });

  it("names the missing array and those that are there", async () => {
    const npz = await readNpz(bytesSource(encodeNpz(good)));
    await expect(npz.header("b")).rejects.toMatchObject({
      code: "missing-key",
      file: "set.npz",
      key: "b",
      found: "the arrays a",
    });
  });

  it("tells a cut-off archive from something that is none", async () => {
    const bytes = encodeNpz(good);
    await expect(readAll(bytes.subarray(0, 300))).rejects.toMatchObject({ code: "truncated" });
    await expect(readAll(new TextEncoder().encode("patient;finding\n".repeat(9)))).rejects.toMatchObject({
      code: "not-npz",
    });
    await expect(readAll(new Uint8Array())).rejects.toMatchObject({ code: "not-npz" });
  });

  it("finds a flipped bit by the checksum", async () => {
    const bytes = encodeNpz(good, { compress: false });
    const place = find(bytes, 0x04034b50) + 30 + "a.npy".length + 200;
    await expect(readAll(bytes.with(place, (bytes[place] ?? 0) ^ 1))).rejects.toMatchObject({
      code: "corrupt",
      key: "a.npy",
      expected: expect.stringContaining("CRC-32"),
    });
  });

  it("reports damaged compressed data", async () => {
    const bytes = encodeNpz(good);
    bytes.fill(255, 100, 140);
    await expect(readAll(bytes)).rejects.toMatchObject({ name: "DataError", file: "set.npz" });
  });

  it("believes neither header nor directory about sizes", async () => {
    const liar = encodeNpz({ a: encodeNpy({ dtype: "|u1", shape: [1_000_000, 8, 8], data }) });
    await expect(readAll(liar)).rejects.toMatchObject({
      code: "size-mismatch",
      expected: "64000000 bytes for shape (1000000, 8, 8) of |u1",
      found: "640 bytes",
    });
    // The directory agrees with the header, but the stream holds less.
    const both = Uint8Array.from(liar);
    new DataView(both.buffer).setUint32(find(both, CENTRAL) + 24, 64_000_128, true);
    await expect(readAll(both)).rejects.toMatchObject({
      code: "size-mismatch",
      found: expect.stringContaining("not enough"),
    });
    const short = Uint8Array.from(encodeNpz(good));
    new DataView(short.buffer).setUint32(find(short, CENTRAL) + 24, 128 + 64, true);
    await expect(readAll(short)).rejects.toMatchObject({ code: "size-mismatch" });
  });

  it("refuses a bomb before inflating it", async () => {
    const bomb = encodeNpz({ a: encodeNpy({ dtype: "|u1", shape: [80, 1024, 1024], data }) });
    new DataView(bomb.buffer).setUint32(find(bomb, CENTRAL) + 24, 80 * 1024 * 1024 + 128, true);
    const npz = await readNpz(bytesSource(bomb));
    await expect(npz.read("a")).rejects.toMatchObject({
      code: "too-large",
      expected: expect.stringContaining("200 times"),
    });
  });

  it("keeps to its limits", async () => {
    await expect(readAll(encodeNpz(good), "a", { maxArrayBytes: 639 })).rejects.toMatchObject({ code: "too-large" });
    await expect(readAll(encodeNpz(good), "a", { maxBytesAtOnce: 191 })).rejects.toMatchObject({ code: "too-large" });
    const npz = await readNpz(bytesSource(encodeNpz(good)), { maxBytesAtOnce: 639 });
    await expect(npz.read("a")).rejects.toMatchObject({ code: "too-large" });
  });

  it.each(["../evil", "/etc/evil", "C:/evil"])("refuses the entry name %s", async (name) => {
    await expect(readNpz(bytesSource(encodeNpz({ [name]: encodeRawNpy("", data) })))).rejects.toMatchObject({
      code: "unsafe-name",
    });
  });

  it("refuses encryption and unknown compression", async () => {
    const locked = encodeNpz(good);
    new DataView(locked.buffer).setUint16(find(locked, CENTRAL) + 8, 1, true);
    await expect(readNpz(bytesSource(locked))).rejects.toMatchObject({ found: "an encrypted entry" });
    const odd = encodeNpz(good);
    new DataView(odd.buffer).setUint16(find(odd, CENTRAL) + 10, 93, true);
    await expect(readNpz(bytesSource(odd))).rejects.toMatchObject({ found: "compression method 93" });
  });

  it("says that a file is not there", async () => {
    await expect(readNpz("no-such-file.npz")).rejects.toMatchObject({
      code: "file-not-found",
      file: "no-such-file.npz",
    });
  });
});
