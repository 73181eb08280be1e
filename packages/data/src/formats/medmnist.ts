import type { ByteSource } from "../byte-source.ts";
import { DataError } from "../data-error.ts";
import { type ImageSource, SPLITS } from "../image-source.ts";
import { MAX_BOX_CLASSES, readBoxes } from "./medmnist-boxes.ts";
import { medMnistClasses } from "./medmnist-classes.ts";
import { type ImagesSize, MAX_IMAGES, readImageSizes } from "./medmnist-images.ts";
import { MAX_CLASSES, readLabels } from "./medmnist-labels.ts";
import { checkMasksHeader, greatestMaskClass, MAX_MASK_CLASSES } from "./medmnist-masks.ts";
import { numberedNames, readNames } from "./medmnist-names.ts";
import { type SplitPart, streamRows } from "./medmnist-rows.ts";
import { readSubjects } from "./medmnist-subjects.ts";
import { type Npz, type NpzLimits, readNpz } from "./npz.ts";
import { hasInEverySplit, SPLIT_PREFIXES } from "./npz-keys.ts";

const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Opens an .npz in the layout of MedMNIST: `{train,val,test}_images` uint8 `[n, h, w]` (gray) or `[n, h, w, 3]`
 * (colour) and `{train,val,test}_labels` integers `[n, 1]`, and what docs/formats.md adds to it: masks, boxes, subjects,
 * names. Headers and small arrays are checked now; pixels and masks stream later. Several labels an image (ChestMNIST)
 * are refused.
 *
 * @throws DataError naming file, key, what was expected and what was found
 */
export async function readMedMnist(
  input: string | ByteSource,
  options: { limits?: Partial<NpzLimits>; maxImages?: number } = {},
): Promise<ImageSource> {
  const npz = await readNpz(input, options.limits);
  try {
    return await recognise(npz, options.maxImages ?? MAX_IMAGES);
  } catch (error) {
    await npz.close();
    throw error;
  }
}

async function recognise(npz: Npz, maxImages: number): Promise<ImageSource> {
  const sizes = await readImageSizes(npz, maxImages);
  const [{ height, width, channels } = { height: 0, width: 0, channels: 1 as const }] = sizes;
  const rowsPerChunk = Math.max(1, Math.floor(CHUNK_BYTES / (height * width * channels)));
  const has = { masks: hasInEverySplit(npz, "masks"), boxes: hasInEverySplit(npz, "boxes"), labels: true };
  // Without anything else to learn, labels are what the file is for, and a missing one is named.
  if (has.masks || has.boxes) has.labels = hasInEverySplit(npz, "labels");
  checkNamesOfSomething(npz, has);
  const labels = has.labels ? await readAllLabels(npz, sizes) : null;
  const boxes = has.boxes ? await readAllBoxes(npz, sizes) : null;
  const maskClasses = has.masks ? await readMaskClasses(npz, sizes, rowsPerChunk) : [];
  const subjects = hasInEverySplit(npz, "subjects")
    ? await readSubjects(
        npz,
        sizes.map(({ count }) => count),
      )
    : null;
  const parts = SPLITS.map((split, i): SplitPart => {
    return {
      split,
      prefix: SPLIT_PREFIXES[i] ?? split,
      labels: labels?.parts[i] ?? null,
      subjects: subjects?.[i] ?? null,
      boxes: boxes?.parts[i] ?? null,
    };
  });
  const shape = { imageBytes: height * width * channels, rowsPerChunk, maskClasses: maskClasses.length };
  return {
    meta: {
      name: npz.file,
      count: sizes.reduce((sum, { count }) => sum + count, 0),
      height,
      width,
      channels,
      classes: labels?.classes ?? [],
      maskClasses,
      boxClasses: boxes?.classes ?? [],
      attributes: [],
      hasSubjects: subjects !== null,
      isSynthetic: false,
    },
    rows: () => streamRows(npz, parts, shape),
    close: () => npz.close(),
  };
}

/** Names without what they name: its arrays were given another name, most likely. @throws DataError `missing-key` */
function checkNamesOfSomething(npz: Npz, has: { labels: boolean; masks: boolean; boxes: boolean }): void {
  const pairs = [
    ["class_names", "labels"],
    ["mask_classes", "masks"],
    ["box_classes", "boxes"],
  ] as const;
  for (const [names, suffix] of pairs) {
    if (has[suffix] || !npz.keys.includes(names)) continue;
    throw new DataError({
      code: "missing-key",
      file: npz.file,
      key: `train_${suffix}`,
      expected: `an array of this name, as there is ${names}`,
      found: `the arrays ${npz.keys.slice(0, 12).join(", ")}`,
      advice: `Save {train,val,test}_${suffix}, or leave ${names} out.`,
    });
  }
}

async function readAllLabels(
  npz: Npz,
  sizes: readonly ImagesSize[],
): Promise<{ parts: Int32Array[]; classes: string[] }> {
  const parts: Int32Array[] = [];
  for (const [i, prefix] of SPLIT_PREFIXES.entries()) {
    parts.push(await readLabels(npz, `${prefix}_labels`, sizes[i]?.count ?? 0));
  }
  const greatest = parts.reduce((max, labels) => labels.reduce((a, b) => Math.max(a, b), max), 0);
  const names = await readNames(npz, "class_names", MAX_CLASSES);
  if (names === null) return { parts, classes: medMnistClasses(npz.file, greatest) };
  if (greatest < names.length) return { parts, classes: names };
  const expected = `names for the classes 0 to ${greatest}`;
  const found = `${names.length}`;
  const advice = "Save one name for each class number, from 0.";
  throw new DataError({ code: "wrong-names", file: npz.file, key: "class_names", expected, found, advice });
}

async function readAllBoxes(npz: Npz, sizes: readonly ImagesSize[]) {
  const names = await readNames(npz, "box_classes", MAX_BOX_CLASSES);
  const parts = [];
  for (const [i, prefix] of SPLIT_PREFIXES.entries()) {
    const images = sizes[i] ?? { count: 0, height: 0, width: 0 };
    parts.push(await readBoxes(npz, `${prefix}_boxes`, images, names?.length ?? null));
  }
  const greatest = Math.max(0, ...parts.map(({ greatestClass }) => greatestClass));
  return { parts, classes: names ?? numberedNames(greatest + 1) };
}

async function readMaskClasses(npz: Npz, sizes: readonly ImagesSize[], rowsPerChunk: number): Promise<string[]> {
  let greatest = 0;
  const names = await readNames(npz, "mask_classes", MAX_MASK_CLASSES);
  for (const [i, prefix] of SPLIT_PREFIXES.entries()) {
    const key = `${prefix}_masks`;
    await checkMasksHeader(npz, key, sizes[i] ?? { count: 0, height: 0, width: 0 });
    if (names === null) greatest = Math.max(greatest, await greatestMaskClass(npz, key, rowsPerChunk));
  }
  return names ?? ["background", ...numberedNames(greatest + 1).slice(1)];
}
