import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DataError } from "../../data-error.ts";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { pngOf } from "../../testing/image-files.ts";
import { openImages } from "../open-images.ts";

const gray = await pngOf(10, 10, 1);

function open(files: Record<string, string | Uint8Array>) {
  const bytes = Object.entries(files).map(([name, value]) => {
    return [name, typeof value === "string" ? new TextEncoder().encode(value) : value];
  });
  return openImages(bytesSource(zipSync(Object.fromEntries(bytes), { level: 0 }), "set.zip"));
}

const vocOf = (box: string, name = "RBC") =>
  `<annotation><filename>a.png</filename><object><name>${name}</name><bndbox>${box}</bndbox></object></annotation>`;
const box = "<xmin>2</xmin><ymin>3</ymin><xmax>4</xmax><ymax>20</ymax>";

describe("Pascal VOC", () => {
  it("counts from 1 with both ends inside, and cuts at the border", async () => {
    const source = await open({ "JPEGImages/a.png": gray, "Annotations/a.xml": vocOf(box) });
    expect(source.meta.boxClasses).toEqual(["RBC"]);
    const { samples } = await collectRows(source);
    expect(samples[0]?.boxes).toEqual([{ classIndex: 0, left: 1, top: 2, width: 3, height: 8 }]);
  });

  it("takes splits of lists and of a table", async () => {
    const two = {
      "JPEGImages/a.png": gray,
      "JPEGImages/b.png": gray,
      "Annotations/a.xml": vocOf(box),
      "Annotations/b.xml": vocOf(box),
    };
    const lists = { "ImageSets/Main/train.txt": "a\n", "ImageSets/Main/val.txt": "b\n" };
    const table = { "boxes.csv": "image,split\nJPEGImages/a.png,train\nJPEGImages/b.png,val\n" };
    for (const more of [lists, table]) {
      const { samples } = await collectRows(await open({ ...two, ...more }));
      expect(samples.map(({ split }) => split)).toEqual(["train", "validation"]);
    }
  });

  it("does not expand entities", async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "RBC"><!ENTITY c "&b;&b;&b;">]>${vocOf(box, "&c;")}`;
    const source = await open({ "JPEGImages/a.png": gray, "Annotations/a.xml": bomb });
    expect(source.meta.boxClasses).toEqual(["&c;"]);
  });

  it.each([
    ["another document", "<html></html>"],
    ["no XML", "hello <"],
    ["a number that is none", vocOf("<xmin>a</xmin><ymin>3</ymin><xmax>4</xmax><ymax>20</ymax>")],
  ])("refuses %s", async (_, xml) => {
    const files = { "JPEGImages/a.png": gray, "Annotations/a.xml": xml };
    await expect(open(files)).rejects.toMatchObject({ code: "bad-annotations", key: expect.stringContaining("a.xml") });
  });
});

describe("YOLO", () => {
  const files = { "data.yaml": "names: [cell, other]\n", "images/train/a.png": gray, "images/val/b.png": gray };

  it("turns shares into pixels, and polygons into boxes", async () => {
    const rows = "1 0.5 0.5 0.2 0.4\n0 0.1 0.1 0.3 0.1 0.3 0.5\n";
    const { samples } = await collectRows(await open({ ...files, "labels/train/a.txt": rows }));
    const [first, second] = samples[0]?.boxes ?? [];
    expect(first).toEqual({ classIndex: 1, left: 4, top: 3, width: 2, height: 4 });
    expect(second?.left).toBeCloseTo(1);
    expect(second?.height).toBeCloseTo(4);
    expect(samples[1]).toMatchObject({ split: "validation", boxes: [] });
  });

  it.each([["2 0.5 0.5 0.1 0.1"], ["0 0.5 0.5 NaN 0.1"], ["0 5 5 1 1"], ["0 0.5"]])(
    "refuses the row %s",
    async (row) => {
      const reading = open({ ...files, "labels/train/a.txt": row });
      await expect(reading).rejects.toMatchObject({ code: "bad-annotations", key: "labels/train/a.txt, row 1" });
    },
  );
});

describe("COCO", () => {
  const coco = {
    images: [{ id: 1, file_name: "a.png", width: 10, height: 10 }],
    categories: [{ id: 7, name: "cell" }],
    annotations: [
      { image_id: 1, category_id: 7, bbox: [1, 2, 3, 4], segmentation: [[2, 2, 5, 2, 5, 4, 2, 4]] as unknown },
    ],
  };
  const withShape = (segmentation: unknown) =>
    JSON.stringify({ ...coco, annotations: [{ image_id: 1, category_id: 7, segmentation }] });

  it("reads boxes and polygons, and the split in the name", async () => {
    const source = await open({ "annotations/instances_val2017.json": JSON.stringify(coco), "images/a.png": gray });
    expect(source.meta).toMatchObject({ boxClasses: ["cell"], maskClasses: ["background", "cell"] });
    const { samples, masks } = await collectRows(source);
    expect(samples[0]).toMatchObject({
      split: "validation",
      boxes: [{ classIndex: 0, left: 1, top: 2, width: 3, height: 4 }],
    });
    const drawn = [...masks].flatMap((value, i) => (value === 1 ? [i] : []));
    expect(drawn).toEqual([22, 23, 24, 32, 33, 34]);
  });

  it("reads run lengths as numbers and as text", async () => {
    // Down the columns: 3 of background, 4 of the cell, 93 of background.
    for (const counts of [[3, 4, 93], "34m2"]) {
      const shape = { size: [10, 10], counts };
      const { masks } = await collectRows(await open({ "c.json": withShape(shape), "a.png": gray }));
      expect([...masks].flatMap((value, i) => (value === 1 ? [i] : []))).toEqual([30, 40, 50, 60]);
    }
  });

  it("meets any JSON with a DataError or a set, never with another failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (shape, more) => {
        const text = JSON.stringify(
          { ...coco, annotations: [{ image_id: 1, category_id: 7, segmentation: shape, bbox: more }] },
          (_, value) => (typeof value === "bigint" ? String(value) : value),
        );
        const tried = open({ "c.json": text, "a.png": gray }).then(collectRows);
        await tried.catch((error: unknown) => expect(error).toBeInstanceOf(DataError));
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
