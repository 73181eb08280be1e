import path from "node:path";
import { ZipFile } from "yazl";
import { openFolder } from "./folder-tree.ts";

/** So that the same files always give the same bytes. */
const MADE = new Date("2020-01-01T00:00:00Z");
/** Compressed already. */
const DENSE = /\.(png|jpe?g|hdf5|npz)$/i;

/** A zip of everything in a folder, under the folder's own name. It is made while it is read, in bounded memory. */
export async function zipFolder(folder: string): Promise<AsyncIterable<Uint8Array>> {
  const { name, files } = await openFolder(folder);
  const zip = new ZipFile();
  for (const { path: inside } of files) {
    const compress = !DENSE.test(inside);
    zip.addFile(path.join(folder, inside), `${name}/${inside}`, { mtime: MADE, mode: 0o100644, compress });
  }
  zip.end();
  return chunksOf(zip.outputStream);
}

async function* chunksOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
