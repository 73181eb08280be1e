import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { pngOf, pngOfPixels } from "../../testing/image-files.ts";
import { openImages } from "../open-images.ts";
import type { ImportOptionsInput } from "../records/import-options.ts";
import type { RecordSource } from "../records/record-source.ts";

const text = (value: string) => new TextEncoder().encode(value);

function open(files: Record<string, Uint8Array | string>, options: ImportOptionsInput = {}): Promise<RecordSource> {
  const bytes = Object.entries(files).map(([name, value]) => [name, typeof value === "string" ? text(value) : value]);
  return openImages(bytesSource(zipSync(Object.fromEntries(bytes), { level: 0 }), "set.zip"), options);
}

const gray = await pngOf(8, 8, 1, 5);
const colour = await pngOf(8, 8, 3, 9);

describe("a zip of images with a table", () => {
  it("reads images, labels, subjects, splits and attributes", async () => {
    const table =
      "file,diagnosis,patient_id,split,age,sex,note\nimages/a.png,nevus,p1,train,30,F,x\nimages/b.png,melanoma,p2,val,41,M,x\nc.png,nevus,p3,test,,F,x\n";
    const source = await open({ "metadata.csv": table, "images/a.png": gray, "images/b.png": gray, "c.png": gray });
    expect(source.meta).toMatchObject({ count: 3, width: 8, height: 8, channels: 1, classes: ["melanoma", "nevus"] });
    expect(source.meta.hasSubjects).toBe(true);
    expect(source.meta.attributes).toEqual([
      { name: "age", kind: "binary", values: ["30", "41"] },
      { name: "sex", kind: "binary", values: ["F", "M"] },
    ]);
    expect(source.notes).toEqual(["note: left out, it has the same value everywhere"]);
    const { samples, images } = await collectRows(source);
    expect(samples[0]).toEqual({ split: "train", label: 1, subject: "p1", attributes: { age: "30", sex: "F" } });
    expect(samples.map(({ split }) => split)).toEqual(["train", "validation", "test"]);
    expect(samples[2]?.attributes["age"]).toBeNull();
    expect([...images.subarray(0, 3)]).toEqual([5, 6, 7]);
  });

  it("takes the columns that a person names, and draws splits by subject", async () => {
    const names = Array.from({ length: 20 }, (_, i) => `i${i}`);
    const rows = names.map((name, i) => `${name},${i % 2},g${Math.floor(i / 2)},${i}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.png`, gray]));
    const columns = { image: "id", label: "y2", subject: "who", attributes: { n: "continuous" as const } };
    const options = { columns, validation: 0.2, test: 0.2 };
    const source = await open({ "t.csv": `id,y2,who,n\n${rows.join("\n")}`, ...files }, options);
    const { samples } = await collectRows(source);
    const splitOf = new Map(samples.map(({ subject, split }) => [subject, split]));
    expect(samples.every(({ subject, split }) => splitOf.get(subject) === split)).toBe(true);
    expect(new Set(samples.map(({ split }) => split)).size).toBe(3);
    expect(source.meta.attributes).toEqual([{ name: "n", kind: "continuous", values: [] }]);
  });

  it("reads class masks, and does not know what is under a mask that is not there", async () => {
    const mask = await pngOfPixels(
      Uint8Array.from({ length: 64 }, (_, i) => (i < 8 ? 255 : 0)),
      {
        ...{ width: 8, height: 8, channels: 1 },
      },
    );
    const table = "image,mask,split\na.png,masks/a.png,train\nb.png,,test\n";
    const source = await open({ "t.csv": table, "a.png": gray, "b.png": gray, "masks/a.png": mask });
    expect(source.meta.maskClasses).toEqual(["background", "foreground"]);
    const { masks } = await collectRows(source);
    expect([masks[0], masks[8], masks[64], masks[127]]).toEqual([1, 0, 255, 255]);
  });

  it("makes boxes of a map of instances", async () => {
    const numbers = new Uint8Array(64);
    for (const [at, value] of [
      [9, 1],
      [10, 1],
      [17, 1],
      [63, 2],
    ] as const)
      numbers[at] = value;
    const mask = await pngOfPixels(numbers, { width: 8, height: 8, channels: 1 });
    const table = "image,instance_labels,split\na.png,m.png,train\n";
    const { samples, masks } = await collectRows(await open({ "t.csv": table, "a.png": gray, "m.png": mask }));
    expect(samples[0]?.boxes).toEqual([
      { classIndex: 0, left: 1, top: 1, width: 2, height: 2 },
      { classIndex: 0, left: 7, top: 7, width: 1, height: 1 },
    ]);
    expect([masks[9], masks[63], masks[0]]).toEqual([1, 1, 0]);
  });

  it("fits images of several sizes into a square, boxes and masks with them", async () => {
    const wide = await pngOf(16, 8, 3, 0);
    const source = await open({ "t.csv": "image,split\na.png,train\nb.png,train\n", "a.png": wide, "b.png": gray });
    expect(source.meta).toMatchObject({ width: 16, height: 16, channels: 3 });
    const { images } = await collectRows(source);
    const rowOfFirst = (y: number) => images.subarray(y * 16 * 3, (y + 1) * 16 * 3);
    expect(Math.max(...rowOfFirst(0))).toBe(0);
    expect(Math.max(...rowOfFirst(8))).toBeGreaterThan(100);
  });

  it("finds names in another Unicode form", async () => {
    const source = await open({ "t.csv": "image,split\nmu\u0308ller.png,train\n", "m\u00fcller.png": gray });
    expect(source.meta.count).toBe(1);
  });

  const table = "image,label,split\na.png,x,train\n";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  it.each([
    ["SVG posing as PNG", { "t.csv": table, "a.png": svg }, "bad-image", /a\.png.*SVG/],
    ["HTML posing as PNG", { "t.csv": table, "a.png": "<!DOCTYPE html><p>" }, "bad-image", /HTML/],
    ["a cut image", { "t.csv": table, "a.png": colour.subarray(0, 60) }, "bad-image", /a\.png/],
    ["an empty image", { "t.csv": table, "a.png": "" }, "bad-image", /empty/],
    [
      "no such image",
      { "t.csv": "image,split\na.png,train\nb.png,train\n", "a.png": gray },
      "missing-key",
      /row 3.*b\.png/,
    ],
    ["a row too much", { "t.csv": "image,split\na.png,train\na.png,test\n", "a.png": gray }, "wrong-columns", /row 2/],
    [
      "an unknown split",
      { "t.csv": "image,split\na.png,train\nb.png,rest\n", "a.png": gray, "b.png": gray },
      "wrong-columns",
      /rest/,
    ],
    ["a ragged table", { "t.csv": "image,split\na.png\n", "a.png": gray }, "bad-table", /line 2/],
    [
      "a table that is no text",
      { "t.csv": Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), "a.png": gray },
      "bad-table",
      /UTF-8/,
    ],
    ["no column of images", { "t.csv": "x,y\n1,2\n", "a.png": gray }, "wrong-columns", /image files.*x, y/],
    [
      "a person in two splits",
      { "t.csv": "image,patient,split\na.png,p,train\nb.png,p,test\n", "a.png": gray, "b.png": gray },
      "subject-overlap",
      /"p".*train and test/,
    ],
    ["nothing known", { "readme.txt": "hello" }, "unknown-format", /readme|format/],
  ])("refuses %s", async (_, files, code, message) => {
    await expect(open(files)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("leaves broken images out when asked, and says so", async () => {
    const files = { "t.csv": "image,split\na.png,train\nb.png,train\nc.png,train\n", "a.png": gray, "b.png": svg };
    const source = await open(files, { skipBroken: true });
    expect(source.meta.count).toBe(1);
    expect(source.notes.filter((note) => note.startsWith("left out"))).toHaveLength(2);
  });

  it("refuses a pixel flood by its header", async () => {
    const bomb = Uint8Array.from(gray);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    await expect(open({ "t.csv": table, "a.png": bomb })).rejects.toMatchObject({ name: "DataError" });
  });
});
