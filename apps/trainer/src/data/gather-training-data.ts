import type { ImageSource, SplitName } from "@diaphane/data";
import type { ImageSet, TrainingData } from "@diaphane/model";

interface Part {
  images: Uint8Array[];
  labels: number[];
}

/** All images of a source in memory, split by split, as training takes them. @throws DataError as the source does */
export async function gatherTrainingData(source: ImageSource): Promise<TrainingData> {
  const imageBytes = source.meta.height * source.meta.width * source.meta.channels;
  const parts: Record<SplitName, Part> = { train: empty(), validation: empty(), test: empty() };
  for await (const { images, samples } of source.rows()) {
    let from = 0;
    while (from < samples.length) {
      const split = samples[from]?.split ?? "train";
      let to = from;
      // Sources give long runs of one split, so a run is one copy.
      for (; samples[to]?.split === split; to++) parts[split].labels.push(samples[to]?.label ?? -1);
      parts[split].images.push(images.slice(from * imageBytes, to * imageBytes));
      from = to;
    }
  }
  const { train, validation, test } = parts;
  const sets = { train: toImageSet(train, source), validation: toImageSet(validation, source) };
  return test.labels.length === 0 ? sets : { ...sets, test: toImageSet(test, source) };
}

function toImageSet({ images, labels }: Part, { meta }: ImageSource): ImageSet {
  const { height, width, channels, classes } = meta;
  const joined = new Uint8Array(labels.length * height * width * channels);
  let offset = 0;
  for (const run of images) {
    joined.set(run, offset);
    offset += run.length;
  }
  return { count: labels.length, height, width, channels, classes, images: joined, labels: Int32Array.from(labels) };
}

function empty(): Part {
  return { images: [], labels: [] };
}
