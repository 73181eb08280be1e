import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ImageSource } from "../../image-source.ts";
import { encodeMedMnist } from "./encode-med-mnist.ts";
import { writeCoco } from "./write-coco.ts";
import { writeFolder } from "./write-folder.ts";
import { writeMedimeta } from "./write-medimeta.ts";

/** What images are written as. */
export const EXPORT_FORMATS = ["npz", "folder", "coco", "medimeta"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Writes a source in a format: a file for `npz`, a folder for the others. Never over what is there.
 *
 * @throws DataError for what the format has no place for
 */
export async function writeExport(source: ImageSource, format: ExportFormat, to: string): Promise<void> {
  if (format === "folder") return await writeFolder(source, to);
  if (format === "coco") return await writeCoco(source, to);
  if (format === "medimeta") return await writeMedimeta(source, to);
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, await encodeMedMnist(source), { flag: "wx" });
}
