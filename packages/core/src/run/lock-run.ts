import type { Prisma, TrainingRun, Transaction } from "@diaphane/db";
import { ConflictError, NotFoundError } from "../errors.ts";

/**
 * Locks a run's row for the rest of the transaction. Whoever writes events of a run holds it, so that their ids become
 * visible in ascending order: a reader who has seen an id has seen all before it.
 */
export async function lockRun(tx: Transaction, runId: string): Promise<TrainingRun> {
  await tx.$executeRaw`SELECT id FROM training_runs WHERE id = ${runId} FOR UPDATE`;
  const run = await tx.trainingRun.findUnique({ where: { id: runId } });
  if (!run) throw new NotFoundError("run");
  return run;
}

/**
 * The same for the worker that holds the run.
 *
 * @throws ConflictError `claim-lost` when another worker has taken it over, or it has ended: stop, and write nothing
 */
export async function lockClaimedRun(tx: Transaction, { runId, claim }: { runId: string; claim: string }) {
  const run = await lockRun(tx, runId);
  if (run.claim !== claim || run.status !== "RUNNING") throw new ConflictError("claim-lost");
  return run;
}

export interface RunEnding {
  status: "SUCCEEDED" | "FAILED" | "CANCELLED";
  /** The last event of the run. */
  event: { kind: "finished" | "failed" | "cancelled"; step: number; data?: Prisma.InputJsonObject };
  data?: Prisma.TrainingRunUncheckedUpdateInput;
}

/** Ends a run that this transaction has locked. It never goes on from its checkpoint, which is nobody's then. */
export async function endRun(tx: Transaction, runId: string, { status, event, data }: RunEnding): Promise<void> {
  const ended = { status, finishedAt: new Date(), claim: null, checkpointSha256: null };
  await tx.trainingRun.update({ where: { id: runId }, data: { ...data, ...ended } });
  await tx.runEvent.create({ data: { data: {}, ...event, runId } });
}
