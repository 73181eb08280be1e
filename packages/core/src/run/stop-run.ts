import type { Transaction } from "@diaphane/db";
import { endRun, lockRun } from "./lock-run.ts";

/**
 * Asks a run to stop: one that waits ends at once, one that trains at its worker's next step.
 *
 * @returns what came of it; asking twice changes nothing
 */
export async function stopRun(tx: Transaction, runId: string): Promise<"stopped" | "stopping-already" | "over"> {
  const { status, cancelRequested } = await lockRun(tx, runId);
  if (cancelRequested) return "stopping-already";
  if (status !== "QUEUED" && status !== "RUNNING") return "over";
  await tx.trainingRun.update({ where: { id: runId }, data: { cancelRequested: true } });
  if (status === "QUEUED") await endRun(tx, runId, { status: "CANCELLED", event: { kind: "cancelled", step: 0 } });
  return "stopped";
}
