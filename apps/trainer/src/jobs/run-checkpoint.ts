import { DataError } from "@diaphane/data";
import type { JobServices } from "./job-services.ts";
import type { RunJournal } from "./run-journal.ts";

/** The checkpoint to go on from. One that the store lost or garbled is reported, and training starts anew. */
export async function readRunCheckpoint(
  { store }: JobServices,
  sha256: string | null,
  journal: RunJournal,
): Promise<Uint8Array | undefined> {
  if (!sha256) return undefined;
  try {
    return await store.read(sha256);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const data = { level: "warning" as const, code: "checkpoint-unreadable", values: { reason: error.code } };
    journal.add({ kind: "log", step: 0, data });
    return undefined;
  }
}
