import type { Transaction } from "@diaphane/db";

/** What an approval is of: the same model, data, report and preset to the last bit. */
export interface AuditHashes {
  modelHash: string;
  dataHash: string;
  /** Null while the report or the preset is being made anew. */
  reportHash: string | null;
  presetHash: string | null;
}

/** The hashes of what an audit is about, as they are now. `dataHash` is of the set that the report was made over. */
export async function currentHashes(
  tx: Pick<Transaction, "analysis" | "preset">,
  { reportId, presetId }: { reportId: string; presetId: string | null },
): Promise<AuditHashes> {
  const { resultSha256, latentSet } = await tx.analysis.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      resultSha256: true,
      latentSet: {
        select: {
          modelVersion: { select: { bundleHash: true } },
          datasetVersion: { select: { contentHash: true } },
        },
      },
    },
  });
  const preset = presetId
    ? await tx.preset.findUniqueOrThrow({
        where: { id: presetId },
        select: { analysis: { select: { resultSha256: true } } },
      })
    : null;
  return {
    modelHash: latentSet.modelVersion.bundleHash,
    dataHash: latentSet.datasetVersion.contentHash,
    reportHash: resultSha256,
    presetHash: preset?.analysis.resultSha256 ?? null,
  };
}

/** Which of the hashes differ. A preset that there was and is not yet again differs too. */
export function changedHashes(a: AuditHashes, b: AuditHashes): (keyof AuditHashes)[] {
  return (["modelHash", "dataHash", "reportHash", "presetHash"] as const).filter((name) => a[name] !== b[name]);
}
