import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

const include = { latentSet: { include: { modelVersion: { include: { model: true } } } } } as const;

/** An analysis of a model of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findAnalysisOrThrow(
  tx: Transaction,
  asked: { userId: string; analysisId: string; scope: Scope },
) {
  const { userId, analysisId, scope } = asked;
  const found = await tx.analysis.findFirst({
    where: { id: analysisId, latentSet: { modelVersion: { model: { group: memberOf(userId) } } } },
    include,
  });
  if (!found) throw new NotFoundError("analysis");
  const { groupId } = found.latentSet.modelVersion.model;
  await requireScope(tx, { userId, groupId, scope, entity: "analysis" });
  return found;
}

/** Locks an analysis's row for the rest of the transaction. */
export async function lockAnalysis(tx: Transaction, analysisId: string) {
  await tx.$executeRaw`SELECT id FROM analyses WHERE id = ${analysisId} FOR UPDATE`;
  const found = await tx.analysis.findUnique({ where: { id: analysisId }, include });
  if (!found) throw new NotFoundError("analysis");
  return found;
}

/**
 * The same for the worker that holds the analysis.
 *
 * @throws ConflictError `claim-lost` when another worker has taken it over, or it has ended: stop, and write nothing
 */
export async function lockClaimedAnalysis(tx: Transaction, held: { analysisId: string; claim: string }) {
  const found = await lockAnalysis(tx, held.analysisId);
  if (found.claim !== held.claim || found.status !== "RUNNING") throw new ConflictError("claim-lost");
  return found;
}
