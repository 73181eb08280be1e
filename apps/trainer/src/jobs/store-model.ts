import { completeRun } from "@diaphane/core";
import { type Bundle, estimateModel, serializeManifest } from "@diaphane/model";
import type { JobServices } from "./job-services.ts";
import type { RunClaim } from "./run-journal.ts";

/** Puts the bundle into the store and ends the run with the model version that it is. */
export async function storeModel(
  { ctx, store, log }: JobServices,
  run: RunClaim & { step: number },
  { manifest, weights, seen }: Bundle,
): Promise<void> {
  const storedWeights = await store.put(weights, "BUNDLE_WEIGHTS");
  const storedManifest = await store.put(Buffer.from(serializeManifest(manifest)), "BUNDLE_MANIFEST");
  const storedSeen = seen && (await store.put(seen, "BUNDLE_SEEN"));
  const { modelVersionId } = await completeRun(ctx, {
    ...run,
    size: manifest.model.size,
    manifest: { sha256: storedManifest.sha256, sizeBytes: storedManifest.sizeBytes },
    weights: { sha256: storedWeights.sha256, sizeBytes: storedWeights.sizeBytes },
    ...(storedSeen ? { seen: { sha256: storedSeen.sha256, sizeBytes: storedSeen.sizeBytes } } : {}),
    // The manifest holds the weights' hash, so its own names the exact model.
    bundleHash: storedManifest.sha256,
    parameterCount: manifest.parameterCount,
    multiplyAdds: estimateModel(manifest.model).multiplyAdds,
    metrics: manifest.metrics,
  });
  log.info({ runId: run.runId, modelVersionId }, "model stored");
}
