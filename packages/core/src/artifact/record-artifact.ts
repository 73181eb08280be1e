import type { ArtifactKind, Transaction } from "@diaphane/db";

/** Records a file that is in the store. The same content may come again, under another kind too: the first stays. */
export async function recordArtifact(
  tx: Transaction,
  ...artifacts: { sha256: string; sizeBytes: number; kind: ArtifactKind }[]
): Promise<void> {
  await tx.artifact.createMany({ data: artifacts, skipDuplicates: true });
}
