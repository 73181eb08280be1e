import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type ImageSource, SPLITS } from "../../image-source.ts";
import { addBoxes, addMask, emptyCoco } from "./coco-file.ts";
import { writePng } from "./write-picture.ts";

const SPLIT_WORDS = { train: "train", validation: "val", test: "test" } as const;

/**
 * Writes a source in COCO's layout: a PNG for each image, and `annotations/instances_<split>.json` with boxes and with masks as run lengths.
 * Labels and attributes have no place in it and are lost. In bounded memory but for the annotations.
 *
 * @param folder is made, and must be empty
 */
export async function writeCoco(source: ImageSource, folder: string): Promise<void> {
  const { height, width, channels, maskClasses, boxClasses } = source.meta;
  await mkdir(path.join(folder, "images"), { recursive: true });
  await mkdir(path.join(folder, "annotations"));
  // Classes of masks first, so that their categories have the numbers of their pixels.
  const ofMasks = maskClasses.slice(1);
  const ofBoxes = boxClasses.filter((name) => !ofMasks.includes(name));
  const classes = [...ofMasks, ...ofBoxes];
  const categoryOf = boxClasses.map((name) => classes.indexOf(name));
  const files = { train: emptyCoco(classes), validation: emptyCoco(classes), test: emptyCoco(classes) };
  const area = height * width;
  let id = 0;
  for await (const { images, masks, samples } of source.rows()) {
    for (const [i, { split, subject, boxes }] of samples.entries()) {
      const name = `images/${String(id).padStart(6, "0")}.png`;
      const pixels = images.subarray(i * area * channels, (i + 1) * area * channels);
      await writePng(path.join(folder, name), pixels, { width, height, channels });
      const file = files[split];
      file.images.push({ id, file_name: name, width, height, ...(subject === null ? {} : { subject }) });
      const named = (boxes ?? []).map((box) => ({ ...box, classIndex: categoryOf[box.classIndex] ?? 0 }));
      addBoxes(file, id, named);
      if (masks) addMask(file, id, masks.subarray(i * area, (i + 1) * area), { width, height, maskClasses });
      id++;
    }
  }
  for (const split of SPLITS) {
    if (files[split].images.length === 0) continue;
    const to = path.join(folder, "annotations", `instances_${SPLIT_WORDS[split]}.json`);
    await writeFile(to, JSON.stringify(files[split]), { flag: "wx" });
  }
}
