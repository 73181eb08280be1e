import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImageSample } from "../../image-source.ts";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { memorySource } from "../../testing/memory-source.ts";
import { zipFolder } from "../archive/write-zip.ts";
import { readMedMnist } from "../medmnist.ts";
import { openImages } from "../open-images.ts";
import { encodeMedMnist } from "./encode-med-mnist.ts";
import { writeExport } from "./export-format.ts";
import { writeCoco } from "./write-coco.ts";
import { writeFolder } from "./write-folder.ts";
import { writeMedimeta } from "./write-medimeta.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-export-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const splits = ["train", "train", "validation", "test"] as const;
const samples = splits.map((split, i): ImageSample => {
  const box = { classIndex: i % 2, left: i, top: 1, width: 2.5, height: 3 };
  const attributes = { sex: i % 2 === 0 ? "F" : 'M, "x"', age: 30 + i };
  return { split, label: i % 2, subject: `p${i}`, attributes, boxes: i === 3 ? [] : [box] };
});
const attributes = [
  { name: "sex", kind: "binary" as const, values: ["F", 'M, "x"'] },
  { name: "age", kind: "continuous" as const, values: [] },
];
const source = memorySource(samples, {
  ...{ channels: 3, hasSubjects: true, attributes },
  maskClasses: ["background", "a", "b"],
  boxClasses: ["cell", "other"],
});

describe("exports read back equal", () => {
  it("as MedMNIST with all that the layout has a place for", async () => {
    const back = await readMedMnist(bytesSource(await encodeMedMnist(source)));
    expect(back.meta).toMatchObject({
      classes: ["no", "yes"],
      maskClasses: ["background", "a", "b"],
      boxClasses: ["cell", "other"],
    });
    const plain = { ...(await collectRows(source)), samples: samples.map((sample) => ({ ...sample, attributes: {} })) };
    expect(await collectRows(back)).toEqual(plain);
  });

  it("as a folder with a table", async () => {
    const written = path.join(folder, "table");
    await writeFolder(source, written);
    const options = { format: "table" as const, columns: { attributes: { sex: null, age: "continuous" as const } } };
    const back = await openImages(written, options);
    expect(back.meta.attributes).toEqual(attributes);
    expect(back.meta.classes).toEqual(["no", "yes"]);
    const plain = { ...(await collectRows(source)), samples: samples.map(({ boxes: _, ...sample }) => sample) };
    expect(await collectRows(back)).toEqual(plain);
  });

  it("in MedIMeta's layout, from its HDF5 file and from its images", async () => {
    const written = path.join(folder, "medimeta");
    await writeMedimeta(source, written);
    for (const without of [null, "images.hdf5"]) {
      if (without !== null) await rm(path.join(written, without));
      const back = await openImages(written);
      expect(back.meta).toMatchObject({ classes: ["no", "yes"], hasSubjects: true, channels: 3 });
      const { images, samples: found } = await collectRows(back);
      expect(images.equals((await collectRows(source)).images)).toBe(true);
      // Ages of four persons are codes by their number; masks and boxes have no place in the layout.
      const plain = samples.map(({ boxes: _, ...sample }) => {
        return { ...sample, attributes: { ...sample.attributes, age: String(sample.attributes["age"]) } };
      });
      expect(found).toEqual(plain);
      await back.close();
    }
  });

  it("as COCO, boxes beside a table and with masks in run lengths", async () => {
    const beside = path.join(folder, "beside");
    await writeFolder(source, beside);
    const written = path.join(folder, "coco");
    await writeCoco(source, written);
    const targets = ({ split, boxes, subject }: ImageSample) => ({ split, boxes, subject });
    const besides = await openImages(beside, { format: "coco" });
    expect(besides.meta.boxClasses).toEqual(["cell", "other"]);
    expect((await collectRows(besides)).samples.map(({ split, boxes }) => ({ split, boxes }))).toEqual(
      samples.map(({ split, boxes }) => ({ split, boxes })),
    );
    const back = await openImages(written);
    expect(back.meta).toMatchObject({ maskClasses: ["background", "a", "b", "cell", "other"] });
    const whole = await collectRows(source);
    const found = await collectRows(back);
    expect([found.images.equals(whole.images), found.masks.equals(whole.masks)]).toEqual([true, true]);
    const named = samples.map((sample) => ({
      ...sample,
      boxes: sample.boxes?.map((box) => ({ ...box, classIndex: box.classIndex + 2 })) ?? null,
    }));
    expect(found.samples.map(targets)).toEqual(named.map(targets));
  });

  it("as a zip of a folder", async () => {
    const written = path.join(folder, "zipped");
    await writeExport(source, "folder", written);
    const zip = await buffer(await zipFolder(written));
    const back = await openImages(bytesSource(zip, "zipped.zip"), { format: "table" });
    expect((await collectRows(back)).images.equals((await collectRows(source)).images)).toBe(true);
    expect(await buffer(await zipFolder(written))).toEqual(zip);
  });

  it("never over what is there", async () => {
    const written = path.join(folder, "twice");
    await writeFolder(source, written);
    await expect(writeFolder(source, written)).rejects.toThrow(/EEXIST/);
  });

  it("refuses as MedMNIST and MedIMeta what the layout can't hold", async () => {
    const unlabelled = memorySource(samples.map((sample) => ({ ...sample, label: null, boxes: null })));
    await expect(encodeMedMnist(unlabelled)).rejects.toMatchObject({ code: "wrong-labels" });
    const asMedimeta = writeMedimeta(unlabelled, path.join(folder, "unlabelled"));
    await expect(asMedimeta).rejects.toMatchObject({ code: "wrong-labels", key: "image 0" });
    const noTest = memorySource(samples.slice(0, 3).map(({ boxes: _, ...sample }) => sample));
    await expect(encodeMedMnist(noTest)).rejects.toMatchObject({ code: "missing-key", key: "test" });
  });
});
