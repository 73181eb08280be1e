import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../data-error.ts";
import type { ImageSource } from "../image-source.ts";
import { phantomSource } from "../phantom/phantom-source.ts";
import {
  bytesSource,
  encodeBoxes,
  encodeMedMnist,
  encodeNpy,
  encodeNpz,
  encodeTexts,
  type MedMnistArrays,
  smallMedMnist,
} from "../testing/index.ts";
import { readMedMnist } from "./medmnist.ts";

const counts = { train: 6, val: 4, test: 2 };
const area = 28 * 28;
const zeros = (count: number) => new Uint8Array(count);
const open = (arrays: MedMnistArrays) => readMedMnist(bytesSource(encodeNpz(arrays)));
const masks = (count: number, data = Uint8Array.from({ length: count * area }, (_, i) => i % 3)) => {
  return encodeNpy({ dtype: "|u1", shape: [count, 28, 28], data });
};
const integers = (values: number[], shape = [values.length]) => {
  return encodeNpy({ dtype: "<i8", shape, data: new Uint8Array(BigInt64Array.from(values, BigInt).buffer) });
};

const withMasks: MedMnistArrays = {
  ...smallMedMnist(),
  ...{ train_masks: masks(6), val_masks: masks(4), test_masks: masks(2) },
};
const withBoxes: MedMnistArrays = {
  ...smallMedMnist(),
  // Rows in any order; image 1 has two, and all but 0 and 1 have none.
  train_boxes: encodeBoxes([1, 2, 0.5, 1, 10, 12.5, 0, 0, 3, 4, 5, 6, 1, 1, 0, 0, 28, 28]),
  val_boxes: integers([], [0, 6]),
  test_boxes: integers([1, 0, 2, 2, 3, 3], [1, 6]),
};
const withSubjects: MedMnistArrays = {
  ...smallMedMnist(),
  train_subjects: encodeTexts(["a", "a", "b", "c", "d", "é"]),
  val_subjects: encodeTexts(["e", "e", "f", "f"]),
  test_subjects: encodeTexts(["g", "h"]),
};
const unlabelled = (arrays: MedMnistArrays) => {
  return Object.fromEntries(Object.entries(arrays).filter(([key]) => !key.endsWith("_labels")));
};

async function collect(source: ImageSource) {
  const found = { samples: [] as unknown[], images: [] as number[], masks: [] as number[] };
  for await (const rows of source.rows()) {
    found.samples.push(...rows.samples);
    for (const byte of rows.images) found.images.push(byte);
    for (const byte of rows.masks ?? []) found.masks.push(byte);
  }
  return found;
}

describe("readMedMnist with more than labels", () => {
  it("gives back a whole source: images, masks, boxes, subjects, names", async () => {
    const source = phantomSource({ count: 40, size: 28, seed: 4, trainShare: 0.5, validationShare: 0.2 });
    const written = await readMedMnist(bytesSource(await encodeMedMnist(source)));
    expect(written.meta).toMatchObject({ hasSubjects: true, classes: source.meta.classes });
    expect(written.meta).toMatchObject({ maskClasses: source.meta.maskClasses, boxClasses: source.meta.boxClasses });
    const [found, expected] = [await collect(written), await collect(source)];
    expect(found.images).toEqual(expected.images);
    expect(found.masks).toEqual(expected.masks);
    expect(found.samples).toEqual(expected.samples.map((sample) => Object.assign({}, sample, { attributes: {} })));
  });

  it("reads masks without labels, and numbers classes that have no names", async () => {
    const source = await open(unlabelled(withMasks));
    expect(source.meta).toMatchObject({ classes: [], boxClasses: [] });
    expect(source.meta.maskClasses).toEqual(["background", "class 1", "class 2"]);
    const { samples, masks: read } = await collect(source);
    expect(samples[0]).toEqual({ split: "train", label: null, subject: null, attributes: {} });
    expect(read.slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2]);
    expect(read).toHaveLength(12 * area);
  });

  it("reads boxes in any order: none is not the same as not looked at", async () => {
    const source = await open(withBoxes);
    expect(source.meta.boxClasses).toEqual(["class 0", "class 1", "class 2"]);
    expect((await collect(source)).samples).toMatchObject([
      { label: 0, boxes: [{ classIndex: 0, left: 3, top: 4, width: 5, height: 6 }] },
      {
        label: 1,
        boxes: [
          { classIndex: 2, left: 0.5, top: 1, width: 10, height: 12.5 },
          { classIndex: 1, left: 0, top: 0, width: 28, height: 28 },
        ],
      },
      ...Array.from({ length: 9 }, () => ({ boxes: [] })),
      { split: "test", boxes: [{ classIndex: 0, left: 2 }] },
    ]);
    for (const sample of (await collect(await open(withMasks))).samples) expect(sample).not.toHaveProperty("boxes");
  });

  it("reads subjects, of text or of whole numbers, and names of the classes", async () => {
    const names = { class_names: encodeTexts(["nevus", "melanoma", "other"]) };
    const source = await open({ ...withSubjects, ...names });
    expect(source.meta).toMatchObject({ hasSubjects: true, classes: ["nevus", "melanoma", "other"] });
    expect((await collect(source)).samples[5]).toMatchObject({ subject: "é", label: 1 });
    const numbered = {
      train_subjects: integers([1, 1, 2, 3, 4, 5]),
      val_subjects: integers([6, 6, 6, -7]),
      test_subjects: integers([8, 9]),
    };
    expect((await collect(await open({ ...smallMedMnist(), ...numbered }))).samples[9]).toMatchObject({
      subject: "-7",
    });
  });

  it("ignores arrays of other names", async () => {
    const extra = encodeNpy({ dtype: "<u2", shape: [6, 28, 28], data: zeros(2 * 6 * area) });
    const read = await collect(await open({ ...withMasks, train_instances: extra }));
    expect(read).toEqual(await collect(await open(withMasks)));
  });

  const text = (...texts: string[]) => encodeTexts(texts);
  it.each<[string, string, string, MedMnistArrays]>([
    ["missing-key", "val_masks", "train_masks and test_masks", { train_masks: masks(6), test_masks: masks(2) }],
    ["missing-key", "test_subjects", "train_subjects", { train_subjects: text("a"), val_subjects: text("b") }],
    ["missing-key", "train_boxes", "as there is box_classes", { box_classes: text("cell") }],
    ["wrong-shape", "val_masks", "(4, 28, 28)", { ...withMasks, val_masks: masks(3) }],
    [
      "unsupported-dtype",
      "train_masks",
      "uint8 masks",
      { ...withMasks, train_masks: encodeNpy({ dtype: "|b1", shape: [6, 28, 28], data: zeros(6 * area) }) },
    ],
    ["wrong-shape", "train_boxes", "(m, 6)", { ...withBoxes, train_boxes: integers([1, 2, 3, 4, 5], [1, 5]) }],
    ["wrong-shape", "train_boxes", "<U1", { ...withBoxes, train_boxes: text("a") }],
    [
      "wrong-boxes",
      "val_boxes[1]",
      "image 4",
      { ...withBoxes, val_boxes: encodeBoxes([0, 0, 1, 1, 1, 1, 4, 0, 1, 1, 1, 1]) },
    ],
    [
      "wrong-boxes",
      "val_boxes[0]",
      "inside the image of 28 × 28",
      { ...withBoxes, val_boxes: encodeBoxes([0, 0, 20, 1, 9, 1]) },
    ],
    [
      "wrong-boxes",
      "val_boxes[0]",
      "width and a height over 0",
      { ...withBoxes, val_boxes: encodeBoxes([0, 0, 5, 1, -2, 1]) },
    ],
    ["wrong-boxes", "val_boxes[0]", "width NaN", { ...withBoxes, val_boxes: encodeBoxes([0, 0, 5, 1, Number.NaN, 1]) }],
    ["wrong-boxes", "train_boxes[0]", "a class from 0 to 1", { ...withBoxes, box_classes: text("a", "b") }],
    ["wrong-names", "class_names", "classes 0 to 1", { class_names: text("one") }],
    ["wrong-names", "class_names", "different names", { class_names: text("same", "same") }],
    ["wrong-names", "class_names[1]", "can be shown", { class_names: text("one", "tw\u0007o") }],
    ["wrong-names", "class_names[0]", "blanks", { class_names: text(" one", "two") }],
    ["wrong-names", "class_names[1]", "1 to 200 characters", { class_names: text("one", "") }],
    ["wrong-names", "class_names[0]", "1 to 200 characters", { class_names: text("x".repeat(201), "two") }],
    ["wrong-names", "class_names", "text (<U…)", { class_names: integers([1, 2]) }],
    [
      "wrong-names",
      "mask_classes",
      "1 to 255 names",
      { ...withMasks, mask_classes: text(...Array.from({ length: 256 }, (_, i) => `${i}`)) },
    ],
    ["wrong-shape", "val_subjects", "(4,)", { ...withSubjects, val_subjects: text("e") }],
    ["wrong-subjects", "val_subjects[2]", "can be shown", { ...withSubjects, val_subjects: text("e", "e", "", "f") }],
    [
      "wrong-subjects",
      "val_subjects",
      "text",
      { ...withSubjects, val_subjects: encodeNpy({ dtype: "<f4", shape: [4], data: zeros(16) }) },
    ],
    [
      "subject-overlap",
      "test_subjects[1]",
      'subject "b", which train_subjects has too',
      { ...withSubjects, test_subjects: text("g", "b") },
    ],
  ])("refuses with %s at %s (%s)", async (code, key, words, change) => {
    const failure = open({ ...smallMedMnist(), ...change });
    await expect(failure).rejects.toMatchObject({ name: "DataError", code, file: "set.npz", key });
    await expect(failure).rejects.toThrow(words);
  });

  it("names the label that is missing beside others", async () => {
    const { val_labels: _, ...arrays } = withMasks;
    await expect(open(arrays)).rejects.toMatchObject({ code: "missing-key", key: "val_labels" });
  });

  it("finds pixels of no class while it streams, and masks that are pictures", async () => {
    const names = { mask_classes: text("background", "cell") };
    await expect(open({ ...withMasks, ...names }).then(collect)).rejects.toMatchObject({
      code: "wrong-masks",
      key: "train_masks[0, 0, 2]",
      found: "2",
    });
    const painted = masks(
      4,
      Uint8Array.from({ length: 4 * area }, (_, i) => (i % 5 === 0 ? 255 : 0)),
    );
    const pictures = open({ ...withMasks, ...names, train_masks: masks(6, zeros(6 * area)), val_masks: painted });
    await expect(pictures.then(collect)).rejects.toMatchObject({ code: "wrong-masks", key: "val_masks" });
    const unknown = masks(4, zeros(4 * area).fill(255));
    expect((await collect(await open({ ...withMasks, val_masks: unknown }))).masks[6 * area]).toBe(255);
  });

  it("gives every box to its image, whatever their order", async () => {
    const row = fc.record({
      image: fc.nat({ max: counts.train - 1 }),
      left: fc.nat({ max: 27 }),
      top: fc.nat({ max: 27 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const values = rows.flatMap(({ image, left, top }) => [image, 0, left, top, 1, 1]);
        const { samples } = await collect(await open({ ...withBoxes, train_boxes: encodeBoxes(values) }));
        for (let image = 0; image < counts.train; image++) {
          const expected = rows.filter((one) => one.image === image).map(({ left, top }) => ({ left, top }));
          expect(samples[image]).toMatchObject({ boxes: expected });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("meets any damage with a DataError, never with another failure", async () => {
    const arrays = { ...withMasks, ...withBoxes, ...withSubjects, box_classes: text("a", "b", "c") };
    const whole = encodeNpz({ ...arrays, mask_classes: text("background", "x", "y") }, { compress: false });
    // Not the long arrays of pixels, but everything around the small ones.
    const small = Object.keys(arrays).filter((key) => /boxes|subjects|classes/.test(key));
    const starts = small.map((key) => Buffer.from(whole).indexOf(`${key}.npy`));
    const place = fc.tuple(fc.constantFrom(...starts), fc.nat({ max: 400 })).map(([start, more]) => start + more);
    const edits = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const failure: unknown = await readMedMnist(bytesSource(bytes))
          .then(collect)
          .then(
            () => undefined,
            (error: unknown) => error,
          );
        if (failure !== undefined) expect(failure).toBeInstanceOf(DataError);
      }),
      { numRuns: 150 },
    );
  });
});
