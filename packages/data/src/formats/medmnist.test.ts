import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../data-error.ts";
import type { ImageSource } from "../image-source.ts";
import { bytesSource, encodeNpy, encodeNpz, type MedMnistArrays, smallMedMnist } from "../testing/index.ts";
import { readMedMnist } from "./medmnist.ts";

const open = (arrays: MedMnistArrays, name?: string) => readMedMnist(bytesSource(encodeNpz(arrays), name));
const zeros = (count: number) => new Uint8Array(count);

async function collect(source: ImageSource) {
  const samples = [];
  const pixels: Uint8Array[] = [];
  for await (const rows of source.rows()) {
    samples.push(...rows.samples);
    pixels.push(rows.images);
  }
  return { samples, pixels: new Uint8Array(Buffer.concat(pixels)) };
}

describe("readMedMnist", () => {
  it("reads a gray set from a file: splits, labels, pixels", async () => {
    const folder = await mkdtemp(join(tmpdir(), "medmnist-"));
    const path = join(folder, "pneumoniamnist.npz");
    await writeFile(path, encodeNpz(smallMedMnist()));
    const source = await readMedMnist(path);
    expect(source.meta).toMatchObject({ name: "pneumoniamnist.npz", count: 12, height: 28, width: 28, channels: 1 });
    expect(source.meta.classes).toEqual(["normal", "pneumonia"]);
    const { samples, pixels } = await collect(source);
    expect(samples.map((sample) => `${sample.split} ${sample.label}`).slice(4, 8)).toEqual([
      "train 0",
      "train 1",
      "validation 0",
      "validation 1",
    ]);
    expect(pixels).toHaveLength(12 * 784);
    expect(pixels[6 * 784]).toBe(1);
    await source.close();
    await rm(folder, { recursive: true });
  });

  it("reads a colour set, more than once, and names unknown classes by number", async () => {
    const source = await open(smallMedMnist(3), "mine.npz");
    expect(source.meta).toMatchObject({ channels: 3, classes: ["class 0", "class 1"] });
    const first = await collect(source);
    expect(await collect(source)).toEqual(first);
    expect(first.pixels).toHaveLength(12 * 784 * 3);
  });

  it("does not give a file the names of a known set when it has more classes", async () => {
    const data = Uint8Array.of(0, 1, 2, 0, 1, 2);
    const arrays = { ...smallMedMnist(), train_labels: encodeNpy({ dtype: "|u1", shape: [6, 1], data }) };
    expect((await open(arrays, "pneumoniamnist.npz")).meta.classes).toEqual(["class 0", "class 1", "class 2"]);
  });

  it("takes labels of any integer type and shape (n,)", async () => {
    const data = new Uint8Array(BigInt64Array.of(1n, 0n, 1n, 0n, 1n, 0n).buffer);
    const source = await open({ ...smallMedMnist(), train_labels: encodeNpy({ dtype: "<i8", shape: [6], data }) });
    const { samples } = await collect(source);
    expect(samples.slice(0, 3).map((sample) => sample.label)).toEqual([1, 0, 1]);
  });

  const images = (shape: number[], dtype = "|u1", size = 1) => {
    return encodeNpy({ dtype, shape, data: zeros(shape.reduce((a, b) => a * b, size)) });
  };
  const labels = (dtype: string, shape: number[], data: Uint8Array) => encodeNpy({ dtype, shape, data });

  it.each<[string, string, string, MedMnistArrays]>([
    ["wrong-shape", "val_images", "as in train_images", { val_images: images([4, 32, 32]) }],
    ["wrong-shape", "train_images", "2-D images", { train_images: images([6, 28, 28, 28]) }],
    ["wrong-shape", "train_images", "sides of 8 to 1024", { train_images: images([6, 2, 2]) }],
    ["wrong-shape", "test_images", "at least one image", { test_images: images([0, 28, 28]) }],
    ["unsupported-dtype", "train_images", "uint8", { train_images: images([6, 28, 28], "<f4", 4) }],
    ["wrong-shape", "train_labels", "labels (6, 1)", { train_labels: labels("|u1", [5, 1], zeros(5)) }],
    ["multi-label", "train_labels", "one class for each image", { train_labels: labels("|u1", [6, 14], zeros(84)) }],
    ["wrong-labels", "train_labels", "whole numbers", { train_labels: labels("<f4", [6, 1], zeros(24)) }],
    ["wrong-labels", "val_labels[2]", "found -1", { val_labels: labels("|i1", [4, 1], Uint8Array.of(0, 1, 255, 0)) }],
    [
      "wrong-labels",
      "val_labels[1]",
      "0 to 999",
      { val_labels: labels("<u2", [4, 1], Uint8Array.of(0, 0, 255, 255, 0, 0, 0, 0)) },
    ],
    ["object-array", "test_labels", "pickles", { test_labels: labels("|O", [2, 1], zeros(16)) }],
  ])("refuses with %s at %s (%s)", async (code, key, text, change) => {
    const failure = open({ ...smallMedMnist(), ...change });
    await expect(failure).rejects.toMatchObject({ name: "DataError", code, file: "set.npz", key });
    await expect(failure).rejects.toThrow(text);
  });

  it("refuses more images than its limit", async () => {
    const bytes = bytesSource(encodeNpz(smallMedMnist()));
    await expect(readMedMnist(bytes, { maxImages: 5 })).rejects.toMatchObject({
      code: "too-large",
      key: "train_images",
      expected: "at most 5 images",
      found: "6",
    });
  });

  it.each(Object.keys(smallMedMnist()))("names the missing array %s", async (key) => {
    const arrays = Object.fromEntries(Object.entries(smallMedMnist()).filter(([name]) => name !== key));
    await expect(open(arrays)).rejects.toMatchObject({ code: "missing-key", key });
  });

  it("meets any damage with a DataError, never with another failure", async () => {
    const whole = encodeNpz(smallMedMnist(1, [3, 2, 2]));
    const position = fc.nat({ max: whole.length - 1 });
    const edits = fc.array(fc.tuple(position, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, fc.option(position), async (changes, cut) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const reading = readMedMnist(bytesSource(bytes.subarray(0, cut ?? whole.length))).then(collect);
        const failure: unknown = await reading.then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failure !== undefined) expect(failure).toBeInstanceOf(DataError);
      }),
      { numRuns: 150 },
    );
  });
});
