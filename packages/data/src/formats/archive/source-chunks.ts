import type { ByteSource } from "../../byte-source.ts";

const CHUNK_BYTES = 1024 * 1024;

/** All bytes of a source, a mebibyte at a time. */
export async function* sourceChunks(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < source.sizeBytes; ) {
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, source.sizeBytes - position));
    const count = await source.read(chunk, position);
    if (count === 0) return;
    yield chunk.subarray(0, count);
    position += count;
  }
}
