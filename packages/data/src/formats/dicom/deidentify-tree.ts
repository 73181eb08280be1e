import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DataError } from "../../data-error.ts";
import { readWhole } from "../archive/file-tree.ts";
import { openTree } from "../archive/open-tree.ts";
import { burnedInReason } from "./burned-in.ts";
import { type Deidentification, deidentify } from "./deidentify.ts";
import type { DeidentifyOptions } from "./deidentify-options.ts";
import { dicomFiles } from "./dicom-directory.ts";
import { parseDicom } from "./parse-dicom.ts";

export interface DeidentifiedEntry {
  /** In what was given: for whoever holds the originals, never to be passed on with the copies. */
  from: string;
  /** Null when nothing was written. */
  to: string | null;
  done: Deidentification[];
  /** Why a person has to look at the pixels, or why the file was not written; null when neither. */
  note: string | null;
}

/**
 * De-identifies every DICOM file of a folder or archive into a folder, under names that follow from their content. Files with
 * pixels that may carry text go to `quarantine` in it; what can't be read is not written.
 *
 * @throws DataError `bad-dicom` when there is none
 */
export async function deidentifyTree(
  input: string,
  out: string,
  options: DeidentifyOptions,
): Promise<DeidentifiedEntry[]> {
  const tree = await openTree(input);
  try {
    const { files } = await dicomFiles(tree);
    if (files.length === 0) {
      const advice = "Give a folder or archive of DICOM files.";
      throw new DataError({ code: "bad-dicom", file: tree.name, expected: "DICOM files", found: "none", advice });
    }
    await mkdir(path.join(out, "quarantine"), { recursive: true });
    const entries: DeidentifiedEntry[] = [];
    for (const file of files) {
      const place = { file: tree.name, key: file.path };
      try {
        const original = await readWhole(tree, file);
        const { bytes, done } = deidentify(original, options, place);
        const reason = burnedInReason(parseDicom(original, place));
        const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 24)}.dcm`;
        const to = reason === null ? name : path.join("quarantine", name);
        await writeFile(path.join(out, to), bytes);
        entries.push({ from: file.path, to, done, note: reason });
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        entries.push({ from: file.path, to: null, done: [], note: error.message });
      }
    }
    return entries;
  } finally {
    await tree.close();
  }
}
