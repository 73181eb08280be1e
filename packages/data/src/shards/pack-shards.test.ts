import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImageSample, ImageSource, ImageSourceMeta } from "../image-source.ts";
import { memorySource, pixelOf, temporaryStore } from "../testing/index.ts";
import { packShards } from "./pack-shards.ts";
import { readImages, readShard } from "./read-images.ts";

const IMAGE_BYTES = 64;
const sample = (i: number, change: Partial<ImageSample> = {}): ImageSample => {
  return { split: i % 5 === 0 ? "test" : "train", label: i % 2, subject: null, attributes: {}, ...change };
};
const samples = Array.from({ length: 50 }, (_, i) => sample(i));

let place: Awaited<ReturnType<typeof temporaryStore>>;
beforeAll(async () => {
  place = await temporaryStore();
});
afterAll(() => place.remove());

describe("packShards", () => {
  it("cuts shards of bounded size that hold every pixel in order", async () => {
    const packed = await packShards(memorySource(samples), place.store, { maxShardBytes: 12 * IMAGE_BYTES + 5 });
    expect(packed.shards.map(({ firstIndex, count }) => [firstIndex, count])).toEqual([
      [0, 12],
      [12, 12],
      [24, 12],
      [36, 12],
      [48, 2],
    ]);
    for (const shard of packed.shards) {
      const images = await readShard(place.store, shard, IMAGE_BYTES);
      const expected = images.map((_, i) => pixelOf(shard.firstIndex + Math.floor(i / IMAGE_BYTES), i % IMAGE_BYTES));
      expect(images).toEqual(expected);
    }
  });

  it("hands on the samples in order", async () => {
    const seen: ImageSample[] = [];
    await packShards(memorySource(samples), place.store, {
      onSamples: (run, firstIndex) => {
        expect(firstIndex).toBe(seen.length);
        seen.push(...run);
      },
    });
    expect(seen).toEqual(samples);
  });

  it("hashes the content, not how it was cut or named", async () => {
    const hash = async (source: ReturnType<typeof memorySource>, maxShardBytes?: number) => {
      return (await packShards(source, place.store, maxShardBytes ? { maxShardBytes } : {})).contentHash;
    };
    const reference = await hash(memorySource(samples));
    expect(await hash(memorySource(samples, { name: "other.npz" }, 3), 500)).toBe(reference);
    const attributes = [{ name: "sex", kind: "binary", values: ["f", "m"] }] as const;
    const others = [
      memorySource(samples.with(3, sample(3, { label: 0 }))),
      memorySource(samples.with(3, sample(3, { label: null }))),
      memorySource(samples.with(3, sample(3, { split: "validation" }))),
      memorySource(samples.with(3, sample(3, { subject: "p1" }))),
      memorySource(samples.with(3, sample(3, { attributes: { sex: "f" } }))),
      memorySource(samples, { classes: ["no", "maybe"] }),
      memorySource(samples, { height: 4, width: 16 }),
      memorySource(samples, { attributes: attributes.map((one) => ({ ...one, values: [...one.values] })) }),
      memorySource(samples.slice(1)),
    ];
    const hashes = await Promise.all(others.map((source) => hash(source)));
    expect(new Set([reference, ...hashes]).size).toBe(others.length + 1);
  });

  const targets = { maskClasses: ["background", "cell", "nucleus"], boxClasses: ["cell"] };
  const box = { classIndex: 0, left: 1, top: 2, width: 3.5, height: 4 };
  const boxed = (i: number) => sample(i, { boxes: i % 3 === 0 ? null : i % 3 === 1 ? [] : [box] });

  it("packs masks in the order of the images, as shards of their own", async () => {
    const source = memorySource(samples, { ...targets, channels: 3 });
    const packed = await packShards(source, place.store, { maxShardBytes: 12 * IMAGE_BYTES * 3 + 5 });
    expect(packed.shards.map(({ count }) => count)).toEqual([12, 12, 12, 12, 2]);
    expect(packed.maskShards.map(({ firstIndex, count }) => [firstIndex, count])).toEqual([
      [0, 36],
      [36, 14],
    ]);
    const masks = await readImages(place.store, packed.maskShards, [49, 0, 35], IMAGE_BYTES);
    const expected = [49, 0, 35].flatMap((i) => Array.from({ length: IMAGE_BYTES }, (_, at) => pixelOf(i, at) % 3));
    expect([...masks]).toEqual(expected);
    expect((await packShards(memorySource(samples), place.store)).maskShards).toEqual([]);
  });

  it("hashes masks, boxes and what they mean, however they were cut", async () => {
    const hash = async (source: ImageSource, maxShardBytes = 1000) => {
      return (await packShards(source, place.store, { maxShardBytes })).contentHash;
    };
    const withBoxes = samples.map((_, i) => boxed(i));
    const reference = await hash(memorySource(withBoxes, targets));
    expect(await hash(memorySource(withBoxes, targets, 3), 300)).toBe(reference);
    const others = [
      memorySource(withBoxes, { ...targets, maskClasses: [] }),
      memorySource(withBoxes, { ...targets, maskClasses: ["background", "cell", "other"] }),
      memorySource(withBoxes, { ...targets, boxClasses: ["nucleus"] }),
      memorySource(withBoxes.with(0, sample(0, { boxes: [] })), targets),
      memorySource(withBoxes.with(2, sample(2, { boxes: [{ ...box, top: 2.5 }] })), targets),
      memorySource(withBoxes.with(2, sample(2, { boxes: [box, box] })), targets),
      changeMask(memorySource(withBoxes, targets)),
      memorySource(samples),
    ];
    const hashes = await Promise.all(others.map((source) => hash(source)));
    expect(new Set([reference, ...hashes]).size).toBe(others.length + 1);
  });

  it("refuses masks and boxes that name no class or lie outside, naming the image", async () => {
    const pack = (boxes: ImageSample["boxes"], meta: Partial<ImageSourceMeta> = targets) => {
      return packShards(memorySource(samples.with(9, sample(9, { boxes: boxes ?? null })), meta), place.store);
    };
    await expect(pack([box, { ...box, classIndex: 1 }])).rejects.toMatchObject({
      code: "wrong-boxes",
      key: "image 9, box 1",
    });
    for (const change of [{ left: 5 }, { top: -1 }, { width: 0 }, { height: Number.NaN }, { classIndex: 0.5 }]) {
      await expect(pack([{ ...box, ...change }])).rejects.toMatchObject({ code: "wrong-boxes" });
    }
    await expect(pack([box], { boxClasses: [] })).rejects.toMatchObject({ code: "wrong-boxes" });
    await expect(pack([{ ...box, left: 4.5 + 1e-6 }])).resolves.toBeDefined();
    const few = changeMask(memorySource(samples, targets), { ...targets, maskClasses: ["background", "cell"] });
    await expect(packShards(few, place.store)).rejects.toMatchObject({
      code: "wrong-masks",
      key: expect.stringMatching(/^mask \d+$/),
    });
    const none = { ...memorySource(samples), meta: memorySource(samples, targets).meta };
    await expect(packShards(none, place.store)).rejects.toMatchObject({ code: "wrong-shape", key: "masks from 0" });
  });

  it("hashes attributes alike in any order of keys", async () => {
    const hash = async (attributes: ImageSample["attributes"]) => {
      return (await packShards(memorySource([sample(0, { attributes })]), place.store)).contentHash;
    };
    expect(await hash({ age: 4, sex: "f" })).toBe(await hash({ sex: "f", age: 4 }));
  });

  it("stops when asked to, with the reason given", async () => {
    const controller = new AbortController();
    const packing = packShards(memorySource(samples), place.store, {
      signal: controller.signal,
      onSamples: (_, firstIndex) => {
        if (firstIndex > 20) controller.abort(new Error("cancelled"));
      },
    });
    await expect(packing).rejects.toThrow("cancelled");
  });

  it("does not take a source at its word", async () => {
    const short = packShards(memorySource(samples, { count: 60 }), place.store);
    await expect(short).rejects.toMatchObject({ code: "truncated", expected: "60 images", found: "50" });
    const label = packShards(memorySource(samples.with(9, sample(9, { label: 2 }))), place.store);
    await expect(label).rejects.toMatchObject({ code: "wrong-labels", key: "image 9" });
    const source = memorySource(samples);
    const wide = packShards({ ...source, meta: { ...source.meta, width: 9 } }, place.store);
    await expect(wide).rejects.toMatchObject({ code: "wrong-shape" });
  });
});

/** The same source with one pixel of a mask unknown, and with other words about it. */
function changeMask(source: ImageSource, meta: Partial<ImageSourceMeta> = {}): ImageSource {
  async function* rows() {
    for await (const part of source.rows()) {
      part.masks?.fill(255, 5, 6);
      yield part;
    }
  }
  return { ...source, meta: { ...source.meta, ...meta }, rows };
}

describe("readImages", () => {
  it("gives any images in the order asked for", async () => {
    const { shards } = await packShards(memorySource(samples), place.store, { maxShardBytes: 12 * IMAGE_BYTES });
    const wanted = fc.array(fc.nat({ max: samples.length - 1 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(wanted, async (indices) => {
        const images = await readImages(place.store, [...shards].reverse(), indices, IMAGE_BYTES);
        const expected = indices.flatMap((index) => Array.from({ length: IMAGE_BYTES }, (_, i) => pixelOf(index, i)));
        expect([...images]).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it.each([-1, 50, 1.5])("refuses index %d", async (index) => {
    const { shards } = await packShards(memorySource(samples), place.store);
    await expect(readImages(place.store, shards, [3, index], IMAGE_BYTES)).rejects.toMatchObject({
      code: "bad-options",
    });
  });

  it("refuses a shard that is not as long as its record says", async () => {
    const { shards } = await packShards(memorySource(samples), place.store);
    const [shard] = shards;
    if (!shard) throw new Error("no shard");
    await expect(readShard(place.store, { ...shard, count: 49 }, IMAGE_BYTES)).rejects.toMatchObject({
      code: "store-corrupt",
    });
  });
});
