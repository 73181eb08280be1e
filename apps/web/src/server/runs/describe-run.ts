import { type Context, getModelVersion, getRun } from "@diaphane/core";

/** A run with the number of the version that it made, which its links need. Throws like `getRun`. */
export async function describeRun(ctx: Context, input: { runId: string }) {
  const { checkpointSha256: _internal, ...run } = await getRun(ctx, input);
  if (run.modelVersionId === null) return { ...run, versionNumber: null };
  const { number } = await getModelVersion(ctx, { modelVersionId: run.modelVersionId });
  return { ...run, versionNumber: number };
}
