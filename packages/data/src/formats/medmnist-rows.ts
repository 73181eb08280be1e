import type { ImageRows, ImageSample, SplitName } from "../image-source.ts";
import type { BoxTable } from "./medmnist-boxes.ts";
import { streamMasks } from "./medmnist-masks.ts";
import type { Npz } from "./npz.ts";

/** What is known of the images of one split before their pixels are read. */
export interface SplitPart {
  split: SplitName;
  prefix: string;
  /** `[n]` each; null when the file has none. */
  labels: Int32Array | null;
  subjects: string[] | null;
  boxes: BoxTable | null;
}

export interface RowsShape {
  imageBytes: number;
  rowsPerChunk: number;
  /** How many mask classes there are; 0 when there are no masks. */
  maskClasses: number;
}

/** Streams pixels and masks side by side, split after split. @throws DataError as `npz.rows` and `streamMasks` do */
export async function* streamRows(npz: Npz, parts: readonly SplitPart[], shape: RowsShape): AsyncGenerator<ImageRows> {
  for (const part of parts) yield* streamSplit(npz, part, shape);
}

async function* streamSplit(npz: Npz, part: SplitPart, shape: RowsShape): AsyncGenerator<ImageRows> {
  const { imageBytes, rowsPerChunk, maskClasses: classes } = shape;
  const masks = classes === 0 ? null : streamMasks(npz, `${part.prefix}_masks`, { rowsPerChunk, classes });
  const sampleOf = samplesOf(part);
  let first = 0;
  try {
    for await (const images of npz.rows(`${part.prefix}_images`, rowsPerChunk)) {
      const start = first;
      const samples = Array.from({ length: images.length / imageBytes }, (_, i) => sampleOf(start + i));
      first += samples.length;
      const beside = await masks?.next();
      yield beside?.value ? { images, masks: beside.value, samples } : { images, samples };
    }
    // To its end, where its checksum is.
    await masks?.next();
  } finally {
    await masks?.return(undefined);
  }
}

/** Images of a class of which nothing else is known are one object: millions of samples fit into memory. */
function samplesOf({ split, labels, subjects, boxes }: SplitPart): (image: number) => ImageSample {
  const shared = new Map<number | null, ImageSample>();
  return (image) => {
    const label = labels?.[image] ?? null;
    if (subjects || boxes) {
      const sample = { split, label, subject: subjects?.[image] ?? null, attributes: {} };
      return boxes ? { ...sample, boxes: boxes.boxesOf(image) } : sample;
    }
    const sample = shared.get(label) ?? Object.freeze({ split, label, subject: null, attributes: {} });
    shared.set(label, sample);
    return sample;
  };
}
