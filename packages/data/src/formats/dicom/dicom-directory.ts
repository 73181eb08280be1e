import type { DataSet } from "dicom-parser";
import { type FileTree, readStart, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { isDicom, parseDicom } from "./parse-dicom.ts";

const [DIRECTORY_RECORDS, REFERENCED_FILE] = ["x00041220", "x00041500"];
const START_BYTES = 132;

/** What a set's DICOM files are. */
export interface DicomFiles {
  files: TreeFile[];
  /** What a DICOMDIR and the files that are there disagree about, one line each. */
  notes: string[];
}

/**
 * The DICOM files of a tree: those that a DICOMDIR lists (PS3.10 Annex F), in its order, or else all that are DICOM by their content. A
 * DICOMDIR that can't be read, or names none that is there, is passed over.
 */
export async function dicomFiles(tree: FileTree): Promise<DicomFiles> {
  const directories = tree.files.filter(({ path }) => isDirectory(path));
  const notes: string[] = [];
  const listed = new Set<TreeFile>();
  for (const directory of directories) {
    const place = { file: tree.name, key: directory.path };
    try {
      const names = referencedFiles(parseDicom(await readWhole(tree, directory), place));
      const found = namesIn(tree, directory.path, names);
      for (const file of found.files) listed.add(file);
      notes.push(...found.missing.map((name) => `${name}: in ${directory.path}, but not there`));
    } catch (error) {
      notes.push(`passed over: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (listed.size > 0) {
    const others = await byContent(tree.files.filter((file) => !listed.has(file) && !isDirectory(file.path)));
    if (others.length > 0) notes.push(`${others.length} DICOM files are in no DICOMDIR, and left out`);
    return { files: [...listed], notes };
  }
  return { files: await byContent(tree.files.filter(({ path }) => !isDirectory(path))), notes };
}

function isDirectory(path: string): boolean {
  return /(^|\/)DICOMDIR$/i.test(path);
}

async function byContent(files: readonly TreeFile[]): Promise<TreeFile[]> {
  const found: TreeFile[] = [];
  for (const file of files) if (isDicom(await readStart(file, START_BYTES))) found.push(file);
  return found;
}

/** Referenced File IDs: names of folders and file, with `\` between. */
function referencedFiles({ elements }: DataSet): string[] {
  const items = elements[DIRECTORY_RECORDS]?.items ?? [];
  return items.flatMap(({ dataSet }) => dataSet?.string(REFERENCED_FILE)?.trim() || []);
}

/** Beside the DICOMDIR; media and archivers differ in how they write letters, and in `;1` and `.` at the end. */
function namesIn({ files }: FileTree, directory: string, names: readonly string[]) {
  const base = directory.replace(/[^/]*$/, "");
  const plain = (path: string) => path.toLowerCase().replace(/;\d+$/, "").replace(/\.$/, "");
  const byName = new Map(files.map((file) => [plain(file.path), file]));
  const found: TreeFile[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const path = name.replaceAll("\\", "/");
    const file = byName.get(plain(base + path));
    if (file) found.push(file);
    else missing.push(path);
  }
  return { files: found, missing };
}
