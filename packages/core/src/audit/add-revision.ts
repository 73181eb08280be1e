import type { Transaction } from "@diaphane/db";
import { ConflictError } from "../errors.ts";
import { type AuditHashes, currentHashes } from "./audit-hashes.ts";

interface NewRevision {
  auditId: string;
  number: number;
  reportId: string;
  presetId: string | null;
  note: string;
}

/** Writes down what is handed in, by its hashes of now. @throws ConflictError `report-unfinished`, `preset-unfinished` */
export async function addRevision(
  tx: Transaction,
  { presetId, ...revision }: NewRevision,
): Promise<AuditHashes & { revision: number }> {
  const hashes = await currentHashes(tx, { reportId: revision.reportId, presetId });
  const { reportHash } = hashes;
  if (!reportHash) throw new ConflictError("report-unfinished");
  if (presetId && !hashes.presetHash) throw new ConflictError("preset-unfinished");
  await tx.auditRevision.create({ data: { ...revision, ...hashes, reportHash } });
  return { ...hashes, revision: revision.number };
}
