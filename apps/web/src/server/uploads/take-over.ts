import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";

/** The part of the store that this needs. */
interface UploadStore {
  put(content: AsyncIterable<Uint8Array>, kind: "UPLOAD"): Promise<{ sha256: string; sizeBytes: number }>;
}

/**
 * Streams a complete file into the store, has it written down, and only then removes it: after a crash in between, the
 * same can be done again. Memory use does not grow with the file.
 */
export async function takeOver(
  file: string,
  store: UploadStore,
  writeDown: (stored: { sha256: string; sizeBytes: number }) => Promise<unknown>,
): Promise<void> {
  const { sha256, sizeBytes } = await store.put(createReadStream(file, { highWaterMark: 1024 * 1024 }), "UPLOAD");
  await writeDown({ sha256, sizeBytes });
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
}
