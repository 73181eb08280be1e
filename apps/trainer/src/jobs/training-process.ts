import { rm } from "node:fs/promises";
import { TrainingCancelled, train } from "@diaphane/model";
import { type PretrainingMaterial, type PretrainingSet, pretrainingMaterial } from "../data/pretraining-material.ts";
import { openEngine } from "../engine/open-engine.ts";
import { openSpooledData } from "../spool/spooled-set.ts";
import { explainFailure } from "./explain-failure.ts";
import type { FromTraining, ToTraining, TrainingTask } from "./training-protocol.ts";

// The process that a worker trains in. A step may keep it busy for seconds; the worker itself stays free to tell the queue
// that it lives. It ends with its worker: without one, nobody stores what it makes.
const stop = new AbortController();
process.on("disconnect", () => process.exit(0));
// Ctrl-C and a service's stop reach the whole group; the worker says when to stop.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
process.on("message", (message: ToTraining) => {
  if (message.kind === "stop") stop.abort();
  else void runTask(message.task).then(say);
});

async function runTask({ sets, pretrains, folder, ...task }: TrainingTask): Promise<FromTraining> {
  try {
    const engine = await openEngine();
    const opened = sets.map(({ data, ...set }) => ({ ...set, data: openSpooledData(data) }));
    await rm(folder, { recursive: true });
    const { trainedOn, ...material } = await materialOf(opened, task.config, pretrains);
    const bundle = await train({
      ...task,
      ...material,
      provenance: { ...task.provenance, trainedOn },
      signal: stop.signal,
      onEvent: (event) => say({ kind: "event", event: "engine" in event ? { ...event, engine: engine.name } : event }),
    });
    return { kind: "done", bundle };
  } catch (error) {
    if (error instanceof TrainingCancelled) return { kind: "cancelled", step: error.step };
    return { kind: "failed", failure: explainFailure(error) };
  }
}

/** @throws OverlapRefused for several sets of which one gives another away; InvalidImageSet */
async function materialOf(
  sets: readonly PretrainingSet[],
  { model }: TrainingTask["config"],
  pretrains: boolean,
): Promise<Pick<PretrainingMaterial, "data" | "trainedOn"> & Partial<PretrainingMaterial>> {
  const [only] = sets;
  // Ids of subjects are a data set's own: in another one the same id is somebody else.
  if (pretrains || !only)
    return await pretrainingMaterial(sets, model, { allowOverlap: false, unrelatedSubjects: true });
  const { name, dataHash, data } = only;
  return { data, trainedOn: [{ name, dataHash, images: data.train.count }] };
}

/** Resolves when the message is on its way: training does not run ahead of a slow worker. */
function say(message: FromTraining): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, {}, () => resolve());
  });
}
