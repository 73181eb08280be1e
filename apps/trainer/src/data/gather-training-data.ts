import type { ImageBox, ImageSource, SplitName } from "@diaphane/data";
import { type ImageSet, namedSubjects, type TrainingData } from "@diaphane/model";

interface Part {
  images: Uint8Array[];
  masks: Uint8Array[];
  labels: number[];
  subjects: (string | null)[];
  boxes: (readonly ImageBox[] | null)[];
}

/**
 * All images of a source in memory with their labels, masks and boxes, split by split, as training takes them.
 *
 * @throws DataError as the source does
 */
export async function gatherTrainingData(source: ImageSource): Promise<TrainingData> {
  const area = source.meta.height * source.meta.width;
  const imageBytes = area * source.meta.channels;
  const parts: Record<SplitName, Part> = { train: empty(), validation: empty(), test: empty() };
  for await (const { images, masks, samples } of source.rows()) {
    let from = 0;
    while (from < samples.length) {
      const split = samples[from]?.split ?? "train";
      const part = parts[split];
      let to = from;
      // Sources give long runs of one split, so a run is one copy.
      for (; samples[to]?.split === split; to++) {
        part.labels.push(samples[to]?.label ?? -1);
        part.subjects.push(samples[to]?.subject ?? null);
        part.boxes.push(samples[to]?.boxes ?? null);
      }
      part.images.push(images.slice(from * imageBytes, to * imageBytes));
      if (masks) part.masks.push(masks.slice(from * area, to * area));
      from = to;
    }
  }
  const { train, validation, test } = parts;
  const sets = { train: toImageSet(train, source), validation: toImageSet(validation, source) };
  return test.labels.length === 0 ? sets : { ...sets, test: toImageSet(test, source) };
}

function toImageSet({ images, masks, labels, boxes, subjects }: Part, { meta }: ImageSource): ImageSet {
  const { height, width, channels, classes, maskClasses, boxClasses } = meta;
  const count = labels.length;
  const joined = join(images, count * height * width * channels);
  const set: ImageSet = { count, height, width, channels, classes, images: joined, labels: Int32Array.from(labels) };
  if (maskClasses.length > 0) {
    set.segmentation = { classes: maskClasses, masks: join(masks, count * height * width) };
  }
  if (boxClasses.length > 0) set.detection = { classes: boxClasses, boxes };
  if (meta.hasSubjects) set.subjects = namedSubjects(subjects);
  return set;
}

function join(runs: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const run of runs) {
    joined.set(run, offset);
    offset += run.length;
  }
  return joined;
}

function empty(): Part {
  return { images: [], masks: [], labels: [], boxes: [], subjects: [] };
}
