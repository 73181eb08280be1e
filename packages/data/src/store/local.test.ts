import { createHash } from "node:crypto";
import { readdir, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryStore } from "../testing/index.ts";
import { openStore } from "./open-store.ts";

const content = Uint8Array.from({ length: 1_200_000 }, (_, i) => (i * 13) % 251);
const sha256 = createHash("sha256").update(content).digest("hex");
const pathIn = (folder: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** Comparing a million elements one by one would take a second. */
function expectSame(found: Uint8Array, expected: Uint8Array): void {
  expect(Buffer.compare(found, expected)).toBe(0);
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return new Uint8Array(Buffer.concat(parts));
}

describe("local store", () => {
  let place: Awaited<ReturnType<typeof temporaryStore>>;
  beforeEach(async () => {
    place = await temporaryStore();
  });
  afterEach(() => place.remove());

  it("names content by its hash, from bytes or from a stream", async () => {
    const artifact = { sha256, sizeBytes: content.length, kind: "SHARD" };
    expect(await place.store.put(content, "SHARD")).toEqual(artifact);
    expect(await place.store.put(inPieces(content, 70_001), "SHARD")).toEqual(artifact);
    expect(await place.store.has(sha256)).toBe(true);
    expect(await readdir(join(place.folder, "incoming"))).toEqual([]);
  });

  it("gives content back whole, as a stream, by range, and at random", async () => {
    await place.store.put(content, "SHARD");
    expectSame(await place.store.read(sha256), content);
    const { sizeBytes, chunks } = await place.store.open(sha256);
    expect(sizeBytes).toBe(content.length);
    expectSame(await collect(chunks), content);
    expect(await place.store.read(sha256, { offset: 1000, length: 5 })).toEqual(content.subarray(1000, 1005));
    const source = await place.store.bytes(sha256, "mine.npz");
    const piece = new Uint8Array(10);
    expect(await source.read(piece, content.length - 4)).toBe(4);
    expect(piece.subarray(0, 4)).toEqual(content.subarray(-4));
    expect(source.name).toBe("mine.npz");
    await source.close();
  });

  it("stores an empty artifact", async () => {
    const { sha256: empty } = await place.store.put(new Uint8Array(), "UPLOAD");
    expect(await place.store.read(empty)).toHaveLength(0);
  });

  it("keeps nothing of a stream that breaks off", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield content;
      throw new Error("connection lost");
    }
    await expect(place.store.put(broken(), "UPLOAD")).rejects.toThrow("connection lost");
    expect(await place.store.has(sha256)).toBe(false);
    expect(await readdir(join(place.folder, "incoming"))).toEqual([]);
  });

  it("lets many put the same at the same time", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => place.store.put(inPieces(content, 90_000 + i), "SHARD")),
    );
    expect(new Set(all.map((artifact) => artifact.sha256))).toEqual(new Set([sha256]));
    expectSame(await place.store.read(sha256), content);
    expect(await readdir(join(place.folder, "incoming"))).toEqual([]);
  });

  it("notices damage, and mends it when the content is put again", async () => {
    await place.store.put(content, "SHARD");
    await writeFile(pathIn(place.folder), content.with(77, 255));
    await expect(place.store.read(sha256)).rejects.toMatchObject({ code: "store-corrupt", key: sha256 });
    const { chunks } = await place.store.open(sha256);
    await expect(collect(chunks)).rejects.toMatchObject({ code: "store-corrupt" });
    await truncate(pathIn(place.folder), 100);
    await expect(place.store.read(sha256, { offset: 90, length: 20 })).rejects.toMatchObject({ code: "store-corrupt" });
    await place.store.put(content, "SHARD");
    expectSame(await place.store.read(sha256), content);
  });

  it("deletes, twice without complaint", async () => {
    await place.store.put(content, "SHARD");
    await place.store.delete(sha256);
    await place.store.delete(sha256);
    expect(await place.store.has(sha256)).toBe(false);
    await expect(place.store.read(sha256)).rejects.toMatchObject({ code: "not-in-store" });
  });

  it("lists what it holds, and nothing that is on its way", async () => {
    await place.store.put(content, "SHARD");
    const { sha256: empty } = await place.store.put(new Uint8Array(), "UPLOAD");
    await writeFile(join(place.folder, "incoming", "half"), "x");
    const found = [];
    for await (const file of place.store.list()) found.push(file);
    expect(found.sort((a, b) => a.sizeBytes - b.sizeBytes)).toEqual([
      { sha256: empty, sizeBytes: 0 },
      { sha256, sizeBytes: content.length },
    ]);
  });

  it("tells of an artifact before it can be found, and keeps nothing when that fails", async () => {
    const url = pathToFileURL(place.folder).href;
    const told: [string, boolean][] = [];
    const telling = await openStore(url, {
      beforeNaming: async (artifact) => void told.push([artifact.sha256, await place.store.has(artifact.sha256)]),
    });
    const refusing = await openStore(url, { beforeNaming: () => Promise.reject(new Error("no database")) });
    await expect(refusing.put(content, "SHARD")).rejects.toThrow("no database");
    expect(await place.store.has(sha256)).toBe(false);
    expect(await readdir(join(place.folder, "incoming"))).toEqual([]);
    await telling.put(content, "SHARD");
    expect(told).toEqual([[sha256, false]]);
    expect(await place.store.has(sha256)).toBe(true);
  });

  it.each(["../../etc/passwd", "", sha256.toUpperCase(), `${sha256}0`])(
    "takes no path for a name: %j",
    async (name) => {
      await expect(place.store.read(name)).rejects.toMatchObject({ code: "not-in-store" });
      await expect((async () => place.store.delete(name))()).rejects.toMatchObject({ code: "not-in-store" });
    },
  );

  it("clears away what a crashed writer left, but not what is being written", async () => {
    const old = join(place.folder, "incoming", "old");
    await writeFile(old, "x");
    await utimes(old, 1_000_000, 1_000_000);
    await writeFile(join(place.folder, "incoming", "new"), "x");
    await openStore(pathToFileURL(place.folder).href);
    expect(await readdir(join(place.folder, "incoming"))).toEqual(["new"]);
  });
});

describe("openStore", () => {
  it.each(["s3://key:secret@host/bucket", "/var/data", "file://host/share", "file:folder", ""])(
    "refuses %j without repeating it",
    async (url) => {
      const failure = openStore(url);
      await expect(failure).rejects.toMatchObject({ code: "bad-options", file: "STORE_URL" });
      await expect(failure).rejects.not.toThrow("secret");
    },
  );
});
