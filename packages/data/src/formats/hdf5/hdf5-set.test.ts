import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { encodeHdf5, type Hdf5Input } from "../../testing/encode-hdf5.ts";
import { expectRefusals } from "../../testing/expect-refusals.ts";
import { openTree } from "../archive/open-tree.ts";
import { openImages } from "../open-images.ts";
import type { ImportOptionsInput } from "../records/import-options.ts";
import { openHdf5 } from "./open-hdf5.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-hdf5-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ramp = (count: number) => Uint8Array.from({ length: count * 64 }, (_, i) => (i * 3) % 251);
const bytes = (count: number): Hdf5Input => ({
  data: ramp(count),
  shape: [count, 8, 8],
  dtype: "<B",
  chunks: [1, 8, 8],
});
const noDraw = { validation: 0, test: 0 };

function open(file: Uint8Array, options: ImportOptionsInput = noDraw) {
  return openImages(bytesSource(file, "set.h5"), options);
}

async function read(file: Uint8Array, options: ImportOptionsInput = noDraw) {
  const source = await open(file, options);
  try {
    return { ...(await collectRows(source)), meta: source.meta, notes: source.notes };
  } finally {
    await source.close();
  }
}

describe("HDF5 files", () => {
  const set = {
    images: bytes(5),
    labels: { data: new Int32Array([0, 1, 0, 1, 1]) },
    patient_id: { data: ["a", "a", "b", "c", "d"] },
    sex: { data: ["F", "F", "M", "M", "F"] },
    mask: { data: ramp(5).map((value) => value % 3), shape: [5, 8, 8], dtype: "<B" },
  };

  it("give images with what the arrays beside them say, from a file, a folder and an archive", async () => {
    const file = await encodeHdf5(set);
    await writeFile(path.join(folder, "a.h5"), file);
    const inputs = [bytesSource(file, "set.h5"), folder, bytesSource(zipSync({ "in/a.h5": file }), "set.zip")];
    for (const input of [...inputs, path.join(folder, "a.h5")]) {
      const source = await openImages(input, noDraw);
      const { samples, images, masks } = await collectRows(source);
      expect(source.meta).toMatchObject({ classes: ["0", "1"], maskClasses: ["background", "class 1", "class 2"] });
      expect(images.equals(ramp(5))).toBe(true);
      expect(masks.equals(ramp(5).map((value) => value % 3))).toBe(true);
      expect(samples.map(({ label, subject }) => [label, subject])).toEqual([
        [0, "a"],
        [1, "a"],
        [0, "b"],
        [1, "c"],
        [1, "d"],
      ]);
      expect(samples[2]?.attributes).toEqual({ sex: "M" });
      await source.close();
    }
  });

  it("have splits in the names of arrays and of groups", async () => {
    const labels = { data: ["no", "yes"] };
    const named = {
      x_train: bytes(2),
      y_train: labels,
      x_val: bytes(2),
      y_val: labels,
      x_test: bytes(2),
      y_test: labels,
    };
    const grouped = { "train/images": bytes(2), "train/label": labels, "test/images": bytes(2), "test/label": labels };
    expect((await read(await encodeHdf5(named))).samples.map(({ split, label }) => [split, label])).toEqual(
      ["train", "validation", "test"].flatMap((split) => [0, 1].map((label) => [split, label])),
    );
    expect((await read(await encodeHdf5(grouped))).samples.map(({ split }) => split)).toEqual([
      ...["train", "train"],
      ...["test", "test"],
    ]);
  });

  it("are mapped as a person says", async () => {
    const file = await encodeHdf5({ first: bytes(3), second: bytes(3), grade: { data: ["x", "y", "x"] } });
    await expect(open(file)).rejects.toMatchObject({ code: "wrong-columns", found: expect.stringContaining("first") });
    const { meta, samples } = await read(file, { ...noDraw, columns: { image: "second", label: "grade" } });
    expect([meta.count, meta.classes, samples[1]?.label]).toEqual([3, ["x", "y"], 1]);
    await expect(open(file, { columns: { image: "third" } })).rejects.toMatchObject({ expected: "third" });
  });

  it("stretch numbers that are no bytes over the whole array, and draw black what is none", async () => {
    const data = new Float32Array(128).fill(-1);
    data.set([3, 1, Number.NaN, Number.POSITIVE_INFINITY], 60);
    const { images, notes } = await read(await encodeHdf5({ images: { data, shape: [2, 8, 8] } }));
    expect([...images.subarray(60, 64), images[64]]).toEqual([255, 128, 0, 255, 0]);
    expect(notes.join()).toMatch(/2 values are no numbers/);
    const words = new Uint16Array(64).fill(257 * 7);
    const wide = await read(await encodeHdf5({ images: { data: words, shape: [1, 8, 8] } }));
    expect(wide.images[5]).toBe(7);
  });

  it("never open another file", async () => {
    const other = await encodeHdf5({ images: bytes(2) });
    await writeFile(path.join(folder, "other.h5"), other);
    const file = await encodeHdf5({ images: bytes(3) }, (made) => {
      made.create_external_link(path.join(folder, "other.h5"), "/images", "more_images");
      made.create_soft_link("/nowhere", "nothing");
    });
    const { meta, notes } = await read(file);
    expect(meta.count).toBe(3);
    expect(notes.join()).toMatch(/more_images: left out, it is in another file/);
  });

  it.each<[string, Record<string, Hdf5Input>, string]>([
    ["no array of images", { values: { data: new Float32Array(9) } }, "wrong-columns"],
    ["channels first", { images: { data: new Uint8Array(384), shape: [2, 3, 8, 8], dtype: "<B" } }, "wrong-columns"],
    [
      "a mask of another size",
      { images: bytes(1), mask: { data: new Uint8Array(4), shape: [1, 2, 2], dtype: "<B" } },
      "wrong-shape",
    ],
    [
      "a mask of fractions",
      { images: bytes(1), mask: { data: new Float32Array(64).fill(0.5), shape: [1, 8, 8] } },
      "bad-hdf5",
    ],
  ])("are refused with %s", async (_, arrays, code) => {
    await expect(open(await encodeHdf5(arrays))).rejects.toMatchObject({ code });
  });

  it("are refused when they declare 10 GB in a few bytes", async () => {
    const file = await encodeHdf5({ images: { ...bytes(2), maxshape: [null, 8, 8] } }, (made) => {
      const images = made.get("images");
      if (images && "resize" in images) images.resize([160_000_000, 8, 8]);
    });
    expect(file.length).toBeLessThan(20_000);
    await expect(open(file)).rejects.toMatchObject({ code: "too-large", key: "images" });
  });

  it("are given up when damage keeps the library in circles", async () => {
    const zeros = { data: new Uint8Array(192), shape: [3, 8, 8], dtype: "<B", chunks: [1, 8, 8] };
    const damaged = await encodeHdf5({ images: zeros, labels: { data: ["a", "b", "a"] } });
    damaged[2288] = 64;
    damaged[1920] = 0;
    const tree = await openTree(bytesSource(damaged, "a.h5"));
    const [file] = tree.files;
    if (!file) throw new Error("no file");
    const reading = openHdf5(tree, file, 3000).then(async (hdf5) => {
      for (const array of hdf5.arrays) await array.texts(0, 3).finally(() => hdf5.close());
    });
    await expect(reading).rejects.toMatchObject({ code: "bad-hdf5", found: "nothing that can be read in 3 s" });
  });

  it("meet any damage with images or a DataError", async () => {
    const small = { images: bytes(3), labels: { data: ["a", "b", "a"] } };
    await expectRefusals(await encodeHdf5(small), read, { runs: 12 });
  });
});
