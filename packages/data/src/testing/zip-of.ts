import { zipSync } from "fflate";

/** The bytes of a zip of these files by path, stored as they are. */
export function zipOf(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 0 });
}
