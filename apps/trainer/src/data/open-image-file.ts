import { readFile } from "node:fs/promises";
import path from "node:path";
import { DataError } from "@diaphane/data";
import { openImages, type RecordSource } from "@diaphane/data/formats";
import type { Command } from "commander";
import { ownSecret } from "./own-secret.ts";

export interface ImageFileOptions {
  /** A JSON file with import options. */
  mapping?: string;
}

/** The option that says how files other than .npz are read. */
export function addImageFileOption(command: Command): Command {
  return command.option("--mapping <file.json>", "how files are read: columns, size, splits (docs/formats.md)");
}

/**
 * Opens images of any format that is read, and says on stderr what is left out.
 *
 * @throws DataError
 */
export async function openImageFile(file: string, { mapping }: ImageFileOptions): Promise<RecordSource> {
  const options = mapping === undefined ? {} : await readMapping(mapping);
  const source = await openImages(file, await withSecret(file, options));
  for (const note of source.notes) process.stderr.write(`${source.meta.name}: ${note}\n`);
  return source;
}

/** Only DICOM files have persons to make pseudonyms of, and they come alone, in folders and in zips. */
async function withSecret(file: string, options: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (/\.(npz|h5|hdf5|nii|nii\.gz)$/i.test(file)) return options;
  return { secret: await ownSecret(), ...options };
}

/** The options in a JSON file, not checked yet. @throws DataError `bad-options` */
export async function readMapping(file: string): Promise<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
    throw new SyntaxError("no object");
  } catch (cause) {
    throw new DataError({
      code: "bad-options",
      file: path.basename(file),
      expected: "a JSON object of import options",
      found: cause instanceof Error ? cause.message : String(cause),
      advice: "docs/formats.md has an example.",
      cause,
    });
  }
}
