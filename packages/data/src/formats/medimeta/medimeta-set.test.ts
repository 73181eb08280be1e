import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { encodeHdf5 } from "../../testing/encode-hdf5.ts";
import { expectRefusals } from "../../testing/expect-refusals.ts";
import { encodeNpy } from "../export/encode-npz.ts";
import { openImages } from "../open-images.ts";
import type { ImportOptionsInput } from "../records/import-options.ts";

const count = 6;
const pixels = Uint8Array.from({ length: count * 64 }, (_, i) => i % 251);
const text = (lines: string) => new TextEncoder().encode(lines);
const list = (...rows: number[]) => text(rows.map((row) => `images/00000${row}.tiff`).join("\n"));
const numbers = (shape: number[], values: number[]) =>
  encodeNpy({ dtype: "<i8", shape, data: new Uint8Array(BigInt64Array.from(values, BigInt).buffer) });

const info = `
id: tiny
name: Tiny
domain: Chest X-ray
tasks:
- task_name: many findings
  task_target: MULTILABEL_CLASSIFICATION
  labels: {0: mass, 1: nodule}
- task_name: disease grade
  task_target: ORDINAL_REGRESSION
  labels: {0: none, 1: mild, 2: severe}
- task_name: sex
  task_target: BINARY_CLASSIFICATION
  labels: {0: female, 1: male}
input_size: [1, 8, 8]
total_num_samples: 0_6
domain_overlaps: [cxr]
subject_overlaps: [pneumonia]
`;
const header = "filepath,split,tasks/sex,original_filepath,original_split,patient_id,scanner,sex\n";

/** A whole set by path, to be changed by tests. */
let whole: Record<string, Uint8Array>;
beforeAll(async () => {
  whole = {
    "tiny/info.yaml": text(info),
    "tiny/images.hdf5": await encodeHdf5({ images: { data: pixels, shape: [count, 8, 8], dtype: "<B" } }),
    "tiny/task_labels/many findings.npy": numbers([count, 2], [0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0]),
    "tiny/task_labels/disease grade.npy": numbers([count], [0, 1, 2, 0, 1, 2]),
    "tiny/task_labels/sex.npy": numbers([count, 1], [0, 1, 0, 1, 0, 1]),
    "tiny/splits/train.txt": list(0, 1, 2),
    "tiny/splits/val.txt": list(4),
    "tiny/splits/test.txt": list(3, 5),
    "tiny/original_splits/train.txt": list(0, 1, 2, 3, 4, 5),
    "tiny/annotations.csv": text(
      header +
        pixelsOf()
          .map((i) => `images/00000${i}.tiff,train,0,x,train,p${i},${i % 2 ? "A" : "B"},male`)
          .join("\n"),
    ),
  };
});

function pixelsOf(): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function open(change: Record<string, Uint8Array | null> = {}, options: ImportOptionsInput = {}) {
  const files = Object.entries({ ...whole, ...change }).flatMap(([path, bytes]) =>
    bytes ? [[path, bytes] as const] : [],
  );
  return openImages(bytesSource(zipSync(Object.fromEntries(files), { level: 0 }), "tiny.zip"), options);
}

describe("MedIMeta's layout", () => {
  it("gives images with splits, the first task that fits as label, and the others as attributes", async () => {
    const source = await open();
    const { images, samples } = await collectRows(source);
    expect(source.meta).toMatchObject({
      classes: ["none", "mild", "severe"],
      height: 8,
      channels: 1,
      hasSubjects: true,
    });
    // Training, then validation, then test.
    expect(samples.map(({ split, label, subject }) => [split, label, subject])).toEqual([
      ["train", 0, "p0"],
      ["train", 1, "p1"],
      ["train", 2, "p2"],
      ["validation", 1, "p4"],
      ["test", 0, "p3"],
      ["test", 2, "p5"],
    ]);
    expect(samples[1]?.attributes).toEqual({
      ...{ scanner: "A", sex: "male" },
      ...{ "many findings: mass": "1", "many findings: nodule": "0" },
    });
    expect(images.subarray(3 * 64, 4 * 64).equals(pixels.subarray(4 * 64, 5 * 64))).toBe(true);
    await source.close();
  });

  it("takes the task and the splits that are asked for", async () => {
    const source = await open({}, { task: "sex", originalSplits: true });
    const { samples } = await collectRows(source);
    expect(source.meta.classes).toEqual(["female", "male"]);
    expect(new Set(samples.map(({ split }) => split))).toEqual(new Set(["train"]));
    expect(samples.map(({ label }) => label)).toEqual([0, 1, 0, 1, 0, 1]);
    await source.close();
    await expect(open({}, { task: "many findings" })).rejects.toMatchObject({ code: "multi-label" });
    await expect(open({}, { task: "age" })).rejects.toMatchObject({
      code: "bad-medimeta",
      found: expect.stringContaining("sex"),
    });
  });

  it("tells of the sets that share persons or domain", async () => {
    const source = await open();
    expect(source.origin).toEqual({ id: "tiny", subjectOverlaps: ["pneumonia"], domainOverlaps: ["cxr"] });
    expect(source.notes.join()).toMatch(/has subjects of pneumonia/);
    await source.close();
  });

  it.each<[string, () => Record<string, Uint8Array | null>, string]>([
    ["an image in two splits", () => ({ "tiny/splits/val.txt": list(4, 3) }), "tiny/splits/test.txt, line 1"],
    ["an image in none", () => ({ "tiny/splits/val.txt": null }), "tiny/splits/"],
    ["an image that is not there", () => ({ "tiny/splits/val.txt": list(4, 7) }), "tiny/splits/val.txt, line 2"],
    [
      "too few labels",
      () => ({ "tiny/task_labels/sex.npy": numbers([5], [0, 1, 0, 1, 0]) }),
      "tiny/task_labels/sex.npy",
    ],
    [
      "a label of no class",
      () => ({ "tiny/task_labels/sex.npy": numbers([6], [0, 1, 0, 1, 0, 2]) }),
      "tiny/task_labels/sex.npy[5]",
    ],
    ["no labels", () => ({ "tiny/task_labels/sex.npy": null }), "tiny/task_labels/sex.npy"],
    ["a description that is none", () => ({ "tiny/info.yaml": text("id: [") }), "tiny/info.yaml"],
    [
      "another number of images",
      () => ({ "tiny/info.yaml": text(info.replace("0_6", "7")) }),
      "tiny/task_labels/many findings.npy",
    ],
    ["two data sets", () => ({ "other/info.yaml": text(info) }), "tiny/info.yaml"],
    ["no images", () => ({ "tiny/images.hdf5": null }), "tiny/images"],
  ])("is refused with %s", async (_, change, key) => {
    await expect(open(change())).rejects.toMatchObject({ code: "bad-medimeta", key });
  });

  it("is refused when grey images have an axis of channels", async () => {
    const images = await encodeHdf5({ images: { data: pixels, shape: [count, 8, 8, 1], dtype: "<B" } });
    await expect(open({ "tiny/images.hdf5": images })).rejects.toMatchObject({ code: "bad-medimeta" });
  });

  it("meets any damage of its texts with images or a DataError", async () => {
    for (const path of [
      "tiny/info.yaml",
      "tiny/splits/train.txt",
      "tiny/annotations.csv",
      "tiny/task_labels/sex.npy",
    ]) {
      const good = whole[path] ?? new Uint8Array();
      await expectRefusals(good, (bytes) => open({ [path]: bytes }).then(collectRows), { runs: 10 });
    }
  });
});
