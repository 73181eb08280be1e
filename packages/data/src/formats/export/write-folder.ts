import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { ImageSample, ImageSource } from "../../image-source.ts";
import { addBoxes, emptyCoco } from "./coco-file.ts";
import { csvLine } from "./csv-line.ts";
import { writePng } from "./write-picture.ts";

const SPLIT_WORDS = { train: "train", validation: "val", test: "test" } as const;

/**
 * Writes a source as a folder: a PNG for each image, one for each mask, `metadata.csv` with label, subject, split and
 * attributes, and, where there are boxes, `boxes/<split>.json` in COCO's layout. In bounded memory. `openImages` reads it back.
 *
 * @param folder is made, and must be empty
 */
export async function writeFolder(source: ImageSource, folder: string): Promise<void> {
  const { height, width, channels, classes, maskClasses, boxClasses, attributes, hasSubjects } = source.meta;
  const hasMasks = maskClasses.length > 0;
  await mkdir(path.join(folder, "images"), { recursive: true });
  if (hasMasks) await mkdir(path.join(folder, "masks"));
  const table = createWriteStream(path.join(folder, "metadata.csv"), { flags: "wx" });
  const names = attributes.map(({ name }) => name);
  const columns = ["image", ...(hasMasks ? ["mask"] : []), ...(classes.length > 0 ? ["label"] : [])];
  table.write(csvLine([...columns, ...(hasSubjects ? ["subject"] : []), "split", ...names]));
  const coco = { train: emptyCoco(boxClasses), validation: emptyCoco(boxClasses), test: emptyCoco(boxClasses) };
  const area = height * width;
  let index = 0;
  for await (const { images, masks, samples } of source.rows()) {
    for (const [i, sample] of samples.entries()) {
      const name = `${String(index).padStart(6, "0")}.png`;
      const pixels = images.subarray(i * area * channels, (i + 1) * area * channels);
      await writePng(path.join(folder, "images", name), pixels, { width, height, channels });
      if (masks) {
        const mask = masks.subarray(i * area, (i + 1) * area);
        await writePng(path.join(folder, "masks", name), mask, { width, height, channels: 1 });
      }
      table.write(csvLine(rowOf(sample, name)));
      coco[sample.split].images.push({ id: index, file_name: `images/${name}`, width, height });
      addBoxes(coco[sample.split], index, sample.boxes ?? []);
      index++;
    }
  }
  table.end();
  await finished(table);
  if (boxClasses.length === 0) return;
  await mkdir(path.join(folder, "boxes"));
  for (const split of ["train", "validation", "test"] as const) {
    if (coco[split].images.length === 0) continue;
    await writeFile(path.join(folder, "boxes", `${SPLIT_WORDS[split]}.json`), JSON.stringify(coco[split]), {
      flag: "wx",
    });
  }

  function rowOf({ split, label, subject, attributes: values }: ImageSample, name: string) {
    const cells: (string | number | null | undefined)[] = [`images/${name}`];
    if (hasMasks) cells.push(`masks/${name}`);
    if (classes.length > 0) cells.push(label === null ? null : classes[label]);
    if (hasSubjects) cells.push(subject);
    return [...cells, SPLIT_WORDS[split], ...names.map((attribute) => values[attribute])];
  }
}
