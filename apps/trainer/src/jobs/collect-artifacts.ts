import { collectArtifacts as collect, type JobPayload } from "@diaphane/core";
import { isPassing } from "./explain-failure.ts";
import type { JobServices } from "./job-services.ts";

/** Deletes the files that nobody refers to any more. What could not be deleted is tried again with the next such job. */
export async function collectArtifacts(
  { ctx, log }: JobServices,
  payload: JobPayload<"collect-artifacts">,
): Promise<void> {
  try {
    const { unknownFiles, ...collected } = await collect(ctx, payload);
    if (collected.artifacts > 0 || collected.expiredUploads > 0) log.info(collected, "unused files deleted");
    if (unknownFiles > 0) {
      const advice = "they are deleted in a day; stop the trainers if this database is not the one of this store";
      log.warn({ unknownFiles }, `the store has files that the database does not know: ${advice}`);
    }
  } catch (error) {
    if (isPassing(error)) throw error;
    log.error({ error }, "unused files could not be deleted; trying again within a quarter of an hour");
  }
}
