import path from "node:path";
import { NIFTI1 } from "nifti-reader-js";
import type { FileTree, TreeFile } from "../archive/file-tree.ts";
import { type MaskCatalogue, semanticMasks } from "../masks/mask-catalogue.ts";
import { pairMasks } from "../paired/pair-masks.ts";
import { NO_LEVELS, toGray, widened } from "../pictures/gray-levels.ts";
import { hasImageEnding } from "../pictures/image-kind.ts";
import type { ImageRecord, Picture, RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { splitInPath } from "../table/split-name.ts";
import { niftiFault } from "./nifti-fault.ts";
import type { NiftiHeader } from "./nifti-header.ts";
import { niftiStart, readHeaderOf, readVoxels } from "./read-volume.ts";
import { orientationName, type Slices, slicesOf, takeSlice } from "./slices.ts";

/** The files of a tree that are NIfTI by their content, compressed or not. */
export async function niftiFiles({ files }: FileTree): Promise<TreeFile[]> {
  const found: TreeFile[] = [];
  for (const file of files) if (!hasImageEnding(file.path) && (await niftiStart(file))) found.push(file);
  return found;
}

interface Volume {
  file: TreeFile;
  header: NiftiHeader;
  slices: Slices;
}

/** A file's voxels, and what of them is black and white. */
interface Voxels {
  values: ArrayLike<number>;
  low: number;
  high: number;
}

/**
 * Reads NIfTI files: every slice across an axis of the person is an image, of every volume in a file. Values are scaled as the file
 * says, and stretched over the range that it says, else over the whole file's. Slices of a file are of one subject: `sub-…` in its path, else the
 * file. Files called masks or labels are masks of the file of the same name.
 *
 * @throws DataError `bad-nifti`, `too-large`
 */
export async function readNiftiSet(
  tree: FileTree,
  files: readonly TreeFile[],
  options: ImportOptions,
): Promise<RecordSet> {
  const notes: string[] = [];
  const { pairs, orphans } = pairMasks(files, stemOf);
  for (const { path: orphan } of orphans) notes.push(`${orphan}: left out, there is no image of its name`);
  const volumes: { image: Volume; mask: Volume | null }[] = [];
  for (const { image, mask } of pairs) {
    const one = { image: await describe(image), mask: mask && (await describe(mask)) };
    volumes.push(one);
    notes.push(`${image.path}: ${options.plane} slices, stored ${orientationName(one.image.header.orientation)}`);
  }
  const voxelsOf = lastOf((volume: Volume) => read(tree, volume));
  const masksOf = lastOf((volume: Volume) => readVoxels(tree, volume.file, volume.header));
  const catalogue = await catalogueOf();
  const records = volumes.flatMap(({ image, mask }) => {
    const { header, slices, file } = image;
    return Array.from({ length: slices.count * header.volumes }, (_, at): ImageRecord => {
      const place = { volume: Math.floor(at / slices.count), slice: at % slices.count };
      const moment = header.volumes > 1 ? `, volume ${place.volume + 1}` : "";
      return {
        key: `${file.path}${moment}, slice ${place.slice + 1}`,
        split: splitInPath(path.posix.dirname(file.path)),
        label: null,
        subject: subjectOf(file.path),
        attributes: { slice: String(place.slice + 1) },
        boxes: null,
        size: async () => ({ width: slices.width, height: slices.height, channels: channelsOf(header) }),
        picture: async () => pictureOf(image, await voxelsOf(image), place),
        ...(mask && catalogue
          ? { mask: async () => catalogue.toMask(numbersOf(mask, await masksOf(mask), place.slice)) }
          : {}),
      };
    });
  });
  const kinds = { slice: "continuous" as const };
  const maskClasses = catalogue?.classes ?? [];
  const set = { name: tree.name, records, classes: null, maskClasses, boxClasses: [], attributeKinds: kinds, notes };
  return { ...set, close: () => tree.close() };

  async function describe(file: TreeFile): Promise<Volume> {
    const header = await readHeaderOf(tree, file);
    return { file, header, slices: slicesOf(header, options.plane) };
  }

  /** Every mask is read once to learn what values there are. */
  async function catalogueOf(): Promise<MaskCatalogue | null> {
    const found = new Set<number>();
    for (const { image, mask } of volumes) {
      if (!mask) continue;
      const place = { file: tree.name, key: mask.file.path };
      const [a, b] = [image.slices, mask.slices];
      if (a.width !== b.width || a.height !== b.height || a.count !== b.count || mask.header.volumes > 1) {
        const expected = `a mask of ${image.header.shape.join(" × ")} voxels, as its image`;
        throw niftiFault(place, { expected, found: mask.header.shape.join(" × ") });
      }
      const values = await masksOf(mask);
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        if (value === values[i - 1]) continue;
        if (Number.isInteger(value) && value >= 0 && value <= 65_535) found.add(value);
        else throw niftiFault(place, { expected: "whole numbers from 0 to 65535", found: String(value) });
      }
    }
    const hasMasks = volumes.some(({ mask }) => mask !== null);
    return hasMasks ? semanticMasks(found, options.maskNames, { file: tree.name, key: "masks" }) : null;
  }
}

/** Keeps the last answer: slices are asked for file by file. */
function lastOf<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  let last: { key: Key; value: Promise<Value> } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

async function read(tree: FileTree, { file, header }: Volume): Promise<Voxels> {
  const values = await readVoxels(tree, file, header);
  const { shown, slope, intercept } = header;
  const stored = shown
    ? { low: (shown.low - intercept) / slope, high: (shown.high - intercept) / slope }
    : widened(NO_LEVELS, values);
  // With a negative slope the greatest stored value is the least: it is drawn black.
  const isTurned = slope < 0 && !shown;
  return { values, low: isTurned ? stored.high : stored.low, high: isTurned ? stored.low : stored.high };
}

function pictureOf(
  { header, slices }: Volume,
  { values, low, high }: Voxels,
  { volume, slice }: { volume: number; slice: number },
): Picture {
  const channels = channelsOf(header);
  const { width, height } = slices;
  const start = slices.start + volume * header.shape[0] * header.shape[1] * header.shape[2];
  const into = new Float64Array(width * height * channels);
  const taken = takeSlice(values, { ...slices, start }, { slice, channels, into });
  if (channels === 3) return { width, height, channels, pixels: Uint8Array.from(taken) };
  const isTurned = low > high;
  const gray = isTurned
    ? toGray(
        taken.map((value) => -value),
        { low: -low, high: -high },
      )
    : toGray(taken, { low, high });
  return { width, height, channels, pixels: gray };
}

function numbersOf({ slices }: Volume, values: ArrayLike<number>, slice: number) {
  const { width, height } = slices;
  return {
    width,
    height,
    values: takeSlice(values, slices, { slice, channels: 1, into: new Uint16Array(width * height) }),
  };
}

function channelsOf({ datatype }: NiftiHeader): 1 | 3 {
  return datatype === NIFTI1.TYPE_RGB24 ? 3 : 1;
}

function stemOf(name: string): string {
  return name.replace(/\.nii(\.gz)?$|\.gz$/i, "");
}

/** As BIDS names persons, else the file. */
function subjectOf(whole: string): string {
  return /(?:^|[/_])(sub-[A-Za-z0-9]+)/.exec(whole)?.[1] ?? stemOf(whole);
}
