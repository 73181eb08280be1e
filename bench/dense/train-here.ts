import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { loadModel, type Model } from "../../packages/model/src/bundle/load-model.ts";
import type { ImageSet, TrainingData } from "../../packages/model/src/images/image-set.ts";
import type { InputSize, SizeName } from "../../packages/model/src/network/model-config.ts";
import { train } from "../../packages/model/src/training/train.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";

let engine: ReturnType<typeof openEngine> | undefined;

/** A model trained in this process, and what that took. */
export interface TrainedHere {
  model: Model;
  parameters: number;
  epochs: number;
  /** Of all threads, from the first step to the last epoch's validation: a fair budget on a busy machine too. */
  cpuSeconds: number;
  engine: string;
}

/** Trains with the defaults for the masks or boxes of a set. @param epochs the default number unless given */
export async function trainHere(
  data: TrainingData,
  choice: { size: SizeName; inputSize: InputSize; seed: number; epochs: number | null },
): Promise<TrainedHere> {
  engine ??= openEngine();
  const { name, version } = await engine;
  const { size, inputSize, seed, epochs } = choice;
  const { count, channels } = data.train;
  const targets = targetsOf(data.train);
  const defaults = defaultTrainingConfig({ size, inputSize, channels: channels === 3 ? 3 : 1, ...targets, count });
  const config = { ...defaults, epochs: epochs ?? defaults.epochs };
  let [start, cpuSeconds] = [process.cpuUsage(), 0];
  const bundle = await train({
    ...{ data: { train: data.train, validation: data.validation }, config, seed, draws: 2 },
    onEvent(event) {
      if (event.kind === "started") start = process.cpuUsage();
      if (event.kind !== "epoch") return;
      const { user, system } = process.cpuUsage(start);
      cpuSeconds = (user + system) / 1e6;
      console.error(`epoch ${event.epoch} of ${config.epochs}, ${cpuSeconds.toFixed(0)} s of processor time`);
    },
  });
  const model = await loadModel(bundle);
  return {
    model,
    parameters: bundle.manifest.parameterCount,
    epochs: config.epochs,
    cpuSeconds,
    engine: `${name} (${version})`,
  };
}

function targetsOf({ segmentation, detection }: ImageSet) {
  return { classes: [], maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
}
