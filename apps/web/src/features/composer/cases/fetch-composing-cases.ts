import { type ComposingCases, unpackComposingCases } from "./composing-cases.ts";

/**
 * The images that a preset of a version may be composed on; null while some of them have no codes yet.
 * @throws Error with the status for a refusal, and what `unpackComposingCases` throws
 */
export async function fetchComposingCases(
  modelVersionId: string,
  datasetVersionId: string,
): Promise<ComposingCases | null> {
  // Attributes may be added to a set later, so that an answer of last week would be short of some.
  const response = await fetch(`/api/composer/${modelVersionId}/${datasetVersionId}`, { cache: "no-store" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  return bytes.byteLength === 0 ? null : unpackComposingCases(bytes);
}
