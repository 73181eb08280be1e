import type { ByteSource } from "../../byte-source.ts";
import { DataError } from "../../data-error.ts";
import type { FileTree, TreeFile } from "./file-tree.ts";
import { readZip, type ZipEntry } from "./zip-file.ts";

/** Deflate shrinks to a thousandth at most; images and tables of honest sets stay far below. */
const MAX_RATIO = 400;
/** Below this a file is small however well it was packed. */
const SMALL_BYTES = 16 * 1024 ** 2;

/**
 * The files of a zip archive. What macOS and Windows put beside them is left out.
 *
 * @throws DataError as `readZip`; `too-large` for what was packed to deceive; `corrupt` for a name that is there twice
 */
export async function openZip(source: ByteSource, path: string | null): Promise<FileTree> {
  const seen = new Set<string>();
  const files: TreeFile[] = [];
  for (const entry of await readZip(source)) {
    if (isClutter(entry.name)) continue;
    checkEntry(entry, seen, source.name);
    files.push({ path: entry.name, sizeBytes: entry.sizeBytes, chunks: entry.chunks });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { name: source.name, files, single: null, path, isFolder: false, close: () => source.close() };
}

function isClutter(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db");
}

function checkEntry(entry: ZipEntry, seen: Set<string>, file: string): void {
  // File systems differ in whether letters, and composed letters, are told apart.
  const folded = entry.name.normalize("NFC").toLowerCase();
  if (seen.has(folded)) {
    const advice = "Give each file a name of its own.";
    throw new DataError({
      code: "corrupt",
      file,
      key: entry.name,
      expected: "one file of a name",
      found: "two",
      advice,
    });
  }
  seen.add(folded);
  if (entry.sizeBytes < SMALL_BYTES || entry.sizeBytes <= MAX_RATIO * entry.compressedBytes) return;
  throw new DataError({
    code: "too-large",
    file,
    key: entry.name,
    expected: `data that shrank at most ${MAX_RATIO} times`,
    found: `${entry.sizeBytes} bytes out of ${entry.compressedBytes}`,
    advice: "Check that the file is what it says.",
  });
}
