import {
  type Bundle,
  checkExplanations,
  loadModel,
  type Model,
  makeAtlas,
  makeDirection,
  makeLatentMap,
  packLatentRows,
} from "@diaphane/model";
import { auditModel } from "@diaphane/model/bias";
import { makePreset } from "@diaphane/model/debias";
import { openEngine } from "../engine/open-engine.ts";
import { explainFailure } from "../jobs/explain-failure.ts";
import type { Answer, Computations, Output, Request } from "./computations.ts";

// The process that a worker computes in. A call may keep it busy for minutes; the worker itself stays free to tell the queue
// that it lives. It ends with its worker: without one, nobody stores what it finds.
process.on("disconnect", () => process.exit(0));
// Ctrl-C and a service's stop reach the whole group; the worker says when to stop.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});

let open: { model: Model; bundle: Bundle } | undefined;

function loaded(): { model: Model; bundle: Bundle } {
  if (!open) throw new Error("No model was loaded.");
  return open;
}

const computations: Computations = {
  async load(bundle) {
    await openEngine();
    const model = await loadModel(bundle);
    open = { model, bundle };
    return { latentDim: model.config.latentDim, classCount: model.config.classes.length };
  },
  async encode(images) {
    const { config, encode } = loaded().model;
    const { count, mu, logVar, logits } = await encode(images);
    const shape = { count, latentDim: config.latentDim, classCount: config.classes.length };
    return packLatentRows({ ...shape, mu: copied(mu), logVar: copied(logVar), logits: copied(logits) });
  },
  atlas: (input) => makeAtlas(loaded().model, input, tellProgress),
  map: async (input) => makeLatentMap(input, tellProgress),
  audit: async ({ request, options }) => auditModel({ ...request, head: loaded().model.head }, options),
  preset: async (input) => makePreset(loaded().model.head, input),
  direction: async (input) => makeDirection({ ...input, head: loaded().model.head }, tellProgress),
  explanationCheck(input) {
    const { model, bundle } = loaded();
    return checkExplanations(model, bundle, input, tellProgress);
  },
};

function tellProgress(share: number): void {
  process.send?.({ kind: "progress", share });
}

function copied(values: Float32Array): Float32Array<ArrayBuffer> {
  return new Float32Array(values);
}

async function answer(request: Request): Promise<Answer<Output<Request["name"]>>> {
  try {
    return { kind: "done", output: await run(request) };
  } catch (error) {
    return { kind: "failed", failure: explainFailure(error) };
  }
}

async function run({ name, input }: Request): Promise<Output<Request["name"]>> {
  if (name === "load") return await computations.load(input);
  if (name === "direction") return await computations.direction(input);
  if (name === "explanationCheck") return await computations.explanationCheck(input);
  if (name === "map") return await computations.map(input);
  if (name === "atlas") return await computations.atlas(input);
  if (name === "audit") return await computations.audit(input);
  if (name === "preset") return await computations.preset(input);
  return await computations.encode(input);
}

process.on("message", (request: Request) => {
  void answer(request).then((message) => process.send?.(message));
});
