import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import type { Evaluation } from "../../packages/model/src/bundle/evaluation.ts";
import { loadModel, type Model } from "../../packages/model/src/bundle/load-model.ts";
import type { TrainingData } from "../../packages/model/src/images/image-set.ts";
import { train } from "../../packages/model/src/training/train.ts";
import type { TrainingConfig } from "../../packages/model/src/training/training-config.ts";

let engine: ReturnType<typeof openEngine> | undefined;

/** A model trained in this process, and what that took. */
export interface TrainedHere {
  model: Model;
  parameters: number;
  epochs: number;
  /** Of all threads, from the first step to the last epoch's validation: a fair budget on a busy machine too. */
  cpuSeconds: number;
  /** Without intervals worth the name. */
  test: Evaluation | undefined;
  engine: string;
}

/** The caller disposes of the model. @throws as `train` */
export async function trainHere(data: TrainingData, config: TrainingConfig, seed: number): Promise<TrainedHere> {
  engine ??= openEngine();
  const { name, version } = await engine;
  let [start, cpuSeconds] = [process.cpuUsage(), 0];
  const bundle = await train({
    ...{ data, config, seed, draws: 2 },
    onEvent(event) {
      if (event.kind === "started") start = process.cpuUsage();
      if (event.kind !== "epoch") return;
      const { user, system } = process.cpuUsage(start);
      cpuSeconds = (user + system) / 1e6;
      console.error(`epoch ${event.epoch} of ${config.epochs}, ${cpuSeconds.toFixed(0)} s of processor time`);
    },
  });
  const { parameterCount: parameters, metrics } = bundle.manifest;
  const figures = { parameters, epochs: config.epochs, cpuSeconds, test: metrics.test ?? undefined };
  return { model: await loadModel(bundle), ...figures, engine: `${name} (${version})` };
}
