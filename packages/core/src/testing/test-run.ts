import { claimRun } from "../run/claim-run.ts";
import { completeRun } from "../run/complete-run.ts";
import { startTraining } from "../run/start-training.ts";
import type { World } from "./world.ts";

/** Queues a run as the researcher. */
export async function startTestRun(world: World, versionId: string, modelName = `model-${Math.random()}`) {
  const config = { model: { size: "nano" } };
  const wanted = { group: world.group.slug, datasetVersionId: versionId, modelName, config, seed: 1 };
  return await startTraining(world.researcher, wanted);
}

/** Takes it as a worker. */
export async function claimTestRun(world: World, runId: string) {
  const run = await claimRun(world.worker, { runId });
  if (!run) throw new Error("The run could not be claimed");
  return run;
}

/** Ends it with a model version, whose files are in the store. */
export async function completeTestRun(world: World, { id, claim }: { id: string; claim: string }) {
  const manifest = await world.store.put(new TextEncoder().encode(`manifest of ${id}`), "BUNDLE_MANIFEST");
  const weights = await world.store.put(new TextEncoder().encode(`weights of ${id}`), "BUNDLE_WEIGHTS");
  const seen = await world.store.put(new TextEncoder().encode(`seen by ${id}`), "BUNDLE_SEEN");
  const sizes = { size: "nano", parameterCount: 10, multiplyAdds: 100, bundleHash: manifest.sha256 };
  const metrics = { test: { auc: { value: 0.9, interval: [0.8, 0.95] } } };
  return await completeRun(world.worker, { runId: id, claim, step: 7, manifest, weights, seen, ...sizes, metrics });
}
