import { DataError } from "../../data-error.ts";
import { IGNORED_PIXEL, type ImageRows, type ImageSample, type ImageSource, SPLITS } from "../../image-source.ts";
import { fitBoxes, fitMask, fitPicture } from "../pictures/fit-picture.ts";
import { clipBoxes } from "./clip-boxes.ts";
import { attributeValue, describeAttributes } from "./describe-attributes.ts";
import { frameFor } from "./frame.ts";
import type { DataOrigin, ImageRecord, PictureSize, RecordSet } from "./image-record.ts";
import type { ImportOptions } from "./import-options.ts";
import { labelClasses } from "./label-classes.ts";
import { type MeasuredRecord, measureRecords } from "./measure-records.ts";
import { splitRecords } from "./split-records.ts";

const CHUNK_BYTES = 4 * 1024 ** 2;
/** Pictures decoded at once: each may take 200 MB before it is fitted. */
const AT_ONCE = 4;

/** An image source that also says what was left out. */
export interface RecordSource extends ImageSource {
  notes: string[];
  origin?: DataOrigin;
}

/**
 * Makes a source of what a format's reader found: every header is read now, so that most broken files are known before
 * anything is imported; pixels are decoded and fitted while they stream.
 *
 * @throws DataError naming the file
 */
export async function recordSource(set: RecordSet, options: ImportOptions): Promise<RecordSource> {
  const { measured, notes: broken } = await measureRecords(set, options);
  const frame = frameFor(
    measured.map(({ size }) => size),
    options,
  );
  const { clipped, notes: lost } = withClippedBoxes(measured);
  const ordered = inSplits(splitRecords(set, clipped, options));
  const classes = labelClasses(
    set,
    ordered.map(({ record }) => record),
  );
  const numberOf = new Map(classes.map((name, i) => [name, i]));
  const { definitions, notes } = describeAttributes({ ...set, records: ordered.map(({ record }) => record) });
  const meta = {
    name: set.name,
    count: ordered.length,
    ...frame,
    classes,
    maskClasses: set.maskClasses,
    boxClasses: set.boxClasses,
    attributes: definitions,
    hasSubjects: ordered.some(({ record }) => record.subject !== null),
    isSynthetic: false,
  };
  const hasBoxes = set.boxClasses.length > 0;

  function sampleOf({ record, size }: SplitRecord): ImageSample {
    const { split, label, subject, boxes } = record;
    const values = definitions.map((definition) => {
      return [definition.name, attributeValue(definition, record.attributes[definition.name])] as const;
    });
    return {
      split,
      label: label === null ? null : (numberOf.get(label) ?? null),
      subject,
      attributes: Object.fromEntries(values),
      ...(hasBoxes ? { boxes: boxes && fitBoxes(boxes, size, frame) } : {}),
    };
  }

  async function* rows(): AsyncGenerator<ImageRows> {
    const inChunk = Math.max(1, Math.floor(CHUNK_BYTES / (frame.height * frame.width * frame.channels)));
    for (let start = 0; start < ordered.length; start += inChunk) {
      const chunk = ordered.slice(start, start + inChunk);
      const pixels = await readChunk(set, chunk, frame);
      yield { ...pixels, samples: chunk.map(sampleOf) };
    }
  }
  const { origin } = set;
  const told = [...set.notes, ...broken, ...lost, ...notes];
  return { meta, rows, notes: told, ...(origin ? { origin } : {}), close: () => set.close() };
}

interface SplitRecord {
  record: ImageRecord & { split: ImageSample["split"] };
  size: PictureSize;
}

/** Boxes within their images. What a person drew past the border is cut off; what lies outside is left out, and told. */
function withClippedBoxes(measured: readonly MeasuredRecord[]): { clipped: MeasuredRecord[]; notes: string[] } {
  let lost = 0;
  const clipped = measured.map(({ record, size }) => {
    if (record.boxes === null) return { record, size };
    const { boxes, left } = clipBoxes(record.boxes, size);
    lost += left;
    return { record: { ...record, boxes }, size };
  });
  return { clipped, notes: lost > 0 ? [`${lost} boxes left out: outside of their image, or without extent`] : [] };
}

/** Training images first: consumers copy runs of one split at once. */
function inSplits(records: SplitRecord[]): SplitRecord[] {
  return SPLITS.flatMap((split) => records.filter(({ record }) => record.split === split));
}

async function readChunk(set: RecordSet, chunk: readonly SplitRecord[], frame: PictureSize) {
  const area = frame.height * frame.width;
  const images = new Uint8Array(chunk.length * area * frame.channels);
  const masks = set.maskClasses.length > 0 ? new Uint8Array(chunk.length * area).fill(IGNORED_PIXEL) : undefined;
  for (let first = 0; first < chunk.length; first += AT_ONCE) {
    const group = chunk.slice(first, first + AT_ONCE);
    await Promise.all(
      group.map(async ({ record, size }, i) => {
        const picture = await record.picture();
        checkSize(set, record, size, picture);
        images.set(await fitPicture(picture, frame), (first + i) * area * frame.channels);
        const mask = await record.mask?.();
        if (!mask) return;
        checkSize(set, record, size, mask);
        masks?.set(fitMask(mask, frame), (first + i) * area);
      }),
    );
  }
  return masks ? { images, masks } : { images };
}

function checkSize(
  set: RecordSet,
  { key }: ImageRecord,
  size: { width: number; height: number },
  found: { width: number; height: number },
): void {
  if (found.width === size.width && found.height === size.height) return;
  throw new DataError({
    code: "wrong-shape",
    file: set.name,
    key,
    expected: `${size.width} × ${size.height} pixels`,
    found: `${found.width} × ${found.height}`,
    advice: "An image and its mask must have one size.",
  });
}
