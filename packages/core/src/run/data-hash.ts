import { createHash } from "node:crypto";

/** What names the data of a run: a version's content hash, or one over those of several in their order. */
export function dataHashOf(contentHashes: readonly string[]): string {
  const [only] = contentHashes;
  if (only !== undefined && contentHashes.length === 1) return only;
  return createHash("sha256").update(contentHashes.join("\n")).digest("hex");
}
