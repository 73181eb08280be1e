import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { stringify } from "yaml";
import { DataError } from "../../data-error.ts";
import { type ImageSample, type ImageSource, type ImageSourceMeta, SPLITS } from "../../image-source.ts";
import { csvLine } from "./csv-line.ts";
import { encodeNpy } from "./encode-npz.ts";
import { hdf5Writer } from "./hdf5-writer.ts";

const SPLIT_WORDS = { train: "train", validation: "val", test: "test" } as const;
const TASK = "label";

/**
 * Writes a source in MedIMeta's layout: pixels twice, as `images.hdf5` and as TIFF files, labels as one task, subjects and attributes
 * in `annotations.csv`. Masks and boxes have no place in it and are lost. In bounded memory but for labels and table.
 *
 * @param folder is made, and must be empty; its name becomes the data set's id
 * @throws DataError `wrong-labels` for an image without a label among others
 */
export async function writeMedimeta(source: ImageSource, folder: string): Promise<void> {
  const { height, width, channels, classes } = source.meta;
  for (const inside of ["images", "splits", "original_splits", "task_labels"]) {
    await mkdir(path.join(folder, inside), { recursive: inside === "images" });
  }
  const shape = channels === 1 ? [height, width] : [height, width, channels];
  const array = await hdf5Writer(path.join(folder, "images.hdf5"), "images", shape);
  const samples: ImageSample[] = [];
  try {
    for await (const { images, samples: chunk } of source.rows()) {
      array.add(images, chunk.length);
      for (const [i, sample] of chunk.entries()) {
        const pixels = images.subarray(i * height * width * channels, (i + 1) * height * width * channels);
        const image = sharp(pixels, { raw: { width, height, channels } });
        const tiff = image.toColourspace(channels === 1 ? "b-w" : "srgb").tiff({ compression: "none" });
        await writeFile(path.join(folder, imagePath(samples.length)), await tiff.toBuffer(), { flag: "wx" });
        samples.push(sample);
      }
    }
  } finally {
    array.close();
  }
  if (classes.length > 0) {
    const labels = new Uint8Array(
      BigInt64Array.from(samples, (sample, row) => labelOf(source.meta, sample, row)).buffer,
    );
    const npy = encodeNpy({ dtype: "<i8", shape: [samples.length], data: labels });
    await writeFile(path.join(folder, "task_labels", `${TASK}.npy`), npy, { flag: "wx" });
  }
  for (const lists of ["splits", "original_splits"]) await writeSplits(path.join(folder, lists), samples);
  await writeFile(path.join(folder, "annotations.csv"), annotations(source.meta, samples), { flag: "wx" });
  const info = describe(path.basename(folder), source.meta, samples);
  await writeFile(path.join(folder, "info.yaml"), stringify(info), { flag: "wx" });
}

function imagePath(row: number): string {
  return `images/${String(row).padStart(6, "0")}.tiff`;
}

function labelOf({ name }: ImageSourceMeta, { label }: ImageSample, row: number): bigint {
  if (label !== null) return BigInt(label);
  const advice = "Leave images without a label out, or export as a folder, which has a place for them.";
  const [key, expected] = [`image ${row}`, "a label for every image"];
  throw new DataError({ code: "wrong-labels", file: name, key, expected, found: "none", advice });
}

/** Without an end of line after the last, and no file for a split that is empty. */
async function writeSplits(folder: string, samples: readonly ImageSample[]): Promise<void> {
  for (const split of SPLITS) {
    const rows = samples.flatMap((sample, row) => (sample.split === split ? [imagePath(row)] : []));
    if (rows.length > 0)
      await writeFile(path.join(folder, `${SPLIT_WORDS[split]}.txt`), rows.join("\n"), { flag: "wx" });
  }
}

function annotations({ classes, attributes, hasSubjects }: ImageSourceMeta, samples: readonly ImageSample[]): string {
  const names = attributes.map(({ name }) => name).sort();
  const task = classes.length > 0 ? [`tasks/${TASK}`] : [];
  const source = ["original_filepath", "original_split", ...(hasSubjects ? ["patient_id"] : [])];
  const header = ["filepath", "split", ...task, ...source, ...names, ...(task.length > 0 ? [TASK] : [])];
  const rows = samples.map(({ split, label, subject, attributes: values }, row) => {
    const known = [imagePath(row), SPLIT_WORDS[split], ...(task.length > 0 ? [label] : [])];
    const told = [imagePath(row), SPLIT_WORDS[split], ...(hasSubjects ? [subject] : [])];
    const named = task.length > 0 && label !== null ? [classes[label]] : [];
    return csvLine([...known, ...told, ...names.map((name) => values[name]), ...named]);
  });
  return csvLine(header) + rows.join("");
}

function describe(id: string, meta: ImageSourceMeta, samples: readonly ImageSample[]) {
  const { name, channels, height, width, classes, isSynthetic } = meta;
  const counts = Object.fromEntries(
    SPLITS.map((split) => [SPLIT_WORDS[split], samples.filter((sample) => sample.split === split).length]),
  );
  const target = classes.length === 2 ? "BINARY_CLASSIFICATION" : "MULTICLASS_CLASSIFICATION";
  const labels = Object.fromEntries(classes.map((one, i) => [i, one]));
  return {
    id,
    name,
    summary: isSynthetic ? "Synthetic images, drawn by a program." : "",
    domain: "",
    tasks: classes.length > 0 ? [{ task_name: TASK, task_target: target, labels }] : [],
    input_size: [channels, height, width],
    total_num_samples: samples.length,
    splits_num_samples: counts,
    original_splits_num_samples: counts,
    domain_overlaps: [],
    subject_overlaps: [],
    license: "",
    original_data: [],
  };
}
