import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DataError } from "../../data-error.ts";
import { type FileTree, readWhole } from "../archive/file-tree.ts";
import { type Deidentification, deidentify } from "./deidentify.ts";
import type { DeidentifyOptions } from "./deidentify-options.ts";
import { dicomFiles } from "./dicom-directory.ts";

/** What became of one of the DICOM files that came. Says nothing of the person, the file's name neither. */
export interface CleanedFile {
  /** In the folder; null when nothing was written. */
  name: string | null;
  removed: Deidentification[];
  note: string | null;
}

/**
 * Writes a de-identified copy of every DICOM file of a tree into a folder, under a name that follows from its content; nothing else of the tree is
 * written: tables and DICOMDIRs beside DICOM files name persons.
 *
 * @param folder is made when there is a DICOM file
 * @returns one for each file that came, in their order; null when there is none, and then nothing is done
 */
export async function cleanUpload(
  tree: FileTree,
  folder: string,
  options: DeidentifyOptions,
): Promise<CleanedFile[] | null> {
  const { files } = await dicomFiles(tree);
  if (files.length === 0) return null;
  await mkdir(folder);
  const cleaned: CleanedFile[] = [];
  for (const [i, file] of files.entries()) {
    try {
      const { bytes, done } = deidentify(await readWhole(tree, file), options, {
        file: tree.name,
        key: `file ${i + 1}`,
      });
      const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 24)}.dcm`;
      // The same image twice is written once.
      await writeFile(path.join(folder, name), bytes);
      cleaned.push({ name, removed: done, note: null });
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      cleaned.push({
        name: null,
        removed: [],
        note: `file ${i + 1} of the upload: ${error.expected}, but ${error.found}`,
      });
    }
  }
  return cleaned;
}
