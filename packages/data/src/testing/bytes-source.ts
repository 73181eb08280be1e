import type { ByteSource } from "../byte-source.ts";

/** Bytes in memory as if they were a file. `reads` tells how much was asked for. */
export function bytesSource(bytes: Uint8Array, name = "set.npz"): ByteSource & { readonly readBytes: number } {
  let readBytes = 0;
  return {
    name,
    sizeBytes: bytes.length,
    get readBytes() {
      return readBytes;
    },
    read: async (into, position) => {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      readBytes += part.length;
      return part.length;
    },
    close: async () => {},
  };
}
