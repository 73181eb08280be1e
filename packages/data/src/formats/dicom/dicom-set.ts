import type { DataSet } from "dicom-parser";
import { DataError } from "../../data-error.ts";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { burnedInReason } from "./burned-in.ts";
import { decodeFrame } from "./decode-frame.ts";
import { describeDicom } from "./describe-dicom.ts";
import type { DicomFiles } from "./dicom-directory.ts";
import { parseDicom } from "./parse-dicom.ts";
import { hasPixels, readPixelHeader } from "./pixel-header.ts";
import { pseudonym } from "./pseudonym.ts";
import { channelsOf, toPicture } from "./to-picture.ts";

/**
 * Reads DICOM files: every frame is an image. Of what identifies a person nothing is kept: the subject is a pseudonym, and
 * the attributes are those that describe the image. Images that may carry burned-in text are left out until a person has
 * cleared them (`acceptBurnedIn`).
 *
 * @throws DataError of the first broken file, unless broken ones are to be left out
 */
export async function readDicomSet(
  tree: FileTree,
  { files, notes: before }: DicomFiles,
  options: ImportOptions,
): Promise<RecordSet> {
  const notes = [...before];
  const records: ImageRecord[] = [];
  for (const file of files) {
    try {
      const dataSet = parseDicom(await readWhole(tree, file), { file: tree.name, key: file.path });
      if (!hasPixels(dataSet)) {
        notes.push(`${file.path}: left out, it has no image`);
        continue;
      }
      const reason = burnedInReason(dataSet);
      if (reason !== null && !options.acceptBurnedIn) {
        notes.push(`${file.path}: in quarantine, ${reason}`);
        continue;
      }
      records.push(...framesOf(tree, file, dataSet, options));
    } catch (error) {
      if (!(options.skipBroken && error instanceof DataError)) throw error;
      notes.push(`left out: ${error.message}`);
    }
  }
  if (records.length === 0) {
    const [first = "no DICOM file"] = notes;
    const advice = "Give files with images; acceptBurnedIn takes those in quarantine once a person has looked at them.";
    throw new DataError({ code: "bad-dicom", file: tree.name, expected: "at least one image", found: first, advice });
  }
  const set = {
    name: tree.name,
    classes: null,
    maskClasses: [],
    boxClasses: [],
    attributeKinds: { age: "continuous" as const },
  };
  return { ...set, records, notes, close: () => tree.close() };
}

function framesOf(tree: FileTree, file: TreeFile, dataSet: DataSet, { secret }: ImportOptions): ImageRecord[] {
  const place = { file: tree.name, key: file.path };
  const header = readPixelHeader(dataSet, place);
  const size = { width: header.columns, height: header.rows, channels: channelsOf(header) };
  const patient = dataSet.string("x00100020")?.trim();
  const about = {
    split: null,
    label: null,
    subject: patient ? pseudonym(patient, secret ?? tree.name) : null,
    attributes: describeDicom(dataSet),
    boxes: null,
    size: async () => size,
  };
  return Array.from({ length: header.frames }, (_, frame) => {
    const key = header.frames === 1 ? file.path : `${file.path}, frame ${frame + 1}`;
    async function picture() {
      // Read again: all files of a set would not fit into memory.
      const whole = parseDicom(await readWhole(tree, file), { ...place, key });
      const again = readPixelHeader(whole, { ...place, key });
      return toPicture(whole, again, await decodeFrame(whole, again, frame, { ...place, key }), { ...place, key });
    }
    return { ...about, key, picture };
  });
}
