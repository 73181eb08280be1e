import type { ByteSource } from "../byte-source.ts";
import { DataError } from "../data-error.ts";
import type { ImageSource } from "../image-source.ts";
import { cocoFiles, readCocoSet } from "./annotations/coco-set.ts";
import { readVocSet, vocFiles } from "./annotations/voc-set.ts";
import { readYoloSet, yoloFile } from "./annotations/yolo-set.ts";
import type { FileTree } from "./archive/file-tree.ts";
import { openTree } from "./archive/open-tree.ts";
import { dicomFiles } from "./dicom/dicom-directory.ts";
import { readDicomSet } from "./dicom/dicom-set.ts";
import { readTableSet, tableOf } from "./folder/table-set.ts";
import { readHdf5Set } from "./hdf5/hdf5-set.ts";
import { hdf5Files } from "./hdf5/open-hdf5.ts";
import { infoFiles } from "./medimeta/info-file.ts";
import { readMedimetaSet } from "./medimeta/medimeta-set.ts";
import { readMedMnist } from "./medmnist.ts";
import { niftiFiles, readNiftiSet } from "./nifti/nifti-set.ts";
import { readPairedSet } from "./paired/paired-set.ts";
import type { RecordSet } from "./records/image-record.ts";
import { type ImportOptions, type ImportOptionsInput, importOptions } from "./records/import-options.ts";
import { type RecordSource, recordSource } from "./records/record-source.ts";

/**
 * Opens a file, an archive or a folder of any format that is read. What it is follows from its content.
 *
 * @param input a path, or bytes that can be read at random
 * @throws DataError for everything that is wrong with it: file, place, what was expected, found, and what to do
 */
export async function openImages(input: string | ByteSource, asked: ImportOptionsInput = {}): Promise<RecordSource> {
  const options = parseOptions(asked);
  if (isNpz(input, options)) return withoutNotes(await readMedMnist(input));
  const tree = await openTree(input);
  const set = await readSet(tree, options).catch(async (error: unknown) => {
    await tree.close();
    throw error;
  });
  return await recordSource(set, options).catch(async (error: unknown) => {
    await set.close();
    throw error;
  });
}

function parseOptions(asked: unknown): ImportOptions {
  const parsed = importOptions.safeParse(asked);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.join(".") ?? "";
  const advice = "Correct the import's options.";
  throw new DataError({
    code: "bad-options",
    file: "import",
    key,
    expected: issue?.message ?? "",
    found: "something else",
    advice,
  });
}

async function readSet(tree: FileTree, options: ImportOptions): Promise<RecordSet> {
  const may = (format: ImportOptions["format"]) => options.format === undefined || options.format === format;
  const infos = may("medimeta") ? infoFiles(tree) : [];
  if (infos.length > 0) return await readMedimetaSet(tree, infos, options);
  const hdf5 = may("hdf5") ? await hdf5Files(tree) : [];
  if (hdf5.length > 0) return await readHdf5Set(tree, hdf5, options);
  const nifti = may("nifti") ? await niftiFiles(tree) : [];
  if (nifti.length > 0) return await readNiftiSet(tree, nifti, options);
  const coco = may("coco") ? cocoFiles(tree) : [];
  if (coco.length > 0) return await readCocoSet(tree, coco);
  const voc = may("voc") ? vocFiles(tree) : [];
  if (voc.length > 0) return await readVocSet(tree, voc);
  const yolo = may("yolo") ? yoloFile(tree) : null;
  if (yolo) return await readYoloSet(tree, yolo);
  const table = may("table") ? tableOf(tree) : null;
  if (table) return await readTableSet(tree, table, options);
  const paired = may("masks") ? await readPairedSet(tree, options) : null;
  if (paired) return paired;
  const dicom = may("dicom") ? await dicomFiles(tree) : null;
  if (dicom && dicom.files.length > 0) return await readDicomSet(tree, dicom, options);
  throw new DataError({
    code: "unknown-format",
    file: tree.name,
    expected: "an .npz of MedMNIST, MedIMeta, HDF5, NIfTI, images with a table, DICOM, COCO, Pascal VOC or YOLO",
    found: `${tree.files.length} files`,
    advice: "docs/formats.md tells what each format looks like.",
  });
}

function isNpz(input: string | ByteSource, { format }: ImportOptions): boolean {
  const name = typeof input === "string" ? input : input.name;
  return format === "medmnist" || (format === undefined && /\.npz$/i.test(name));
}

function withoutNotes(source: ImageSource): RecordSource {
  return { ...source, notes: [] };
}
