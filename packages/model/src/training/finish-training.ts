import * as tf from "@tensorflow/tfjs-core";
import type { Manifest, TrainedOn } from "../bundle/manifest.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import { writeSafetensors } from "../bundle/safetensors.ts";
import { sha256 } from "../bundle/sha256.ts";
import type { TrainingData } from "../images/image-set.ts";
import { describeLatents } from "../latent/latent-statistics.ts";
import type { Architecture } from "../network/architecture.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { type SeenList, writeSeenList } from "../overlap/seen-list.ts";
import { type AveragedNetwork, averagedWeights } from "./averaged-network.ts";
import { evaluateSets } from "./evaluate-sets.ts";
import type { TrainingConfig } from "./training-config.ts";
import type { TrainingEvent } from "./training-event.ts";
import type { TrainingState } from "./training-state.ts";

export interface FinishRequest {
  architecture: Architecture;
  config: TrainingConfig;
  /** Fitted to the network. */
  data: TrainingData;
  seed: number;
  state: TrainingState;
  network: AveragedNetwork;
  step: number;
  /** The epoch whose average is in the state, where that was chosen; else it is the last one's. */
  keptEpoch?: number;
  dataHash: string;
  seen: SeenList;
  trainedOn: TrainedOn[];
  overlapAllowed: boolean;
  codeVersion: string;
  draws: number;
  secondsSoFar(): number;
  emit(event: TrainingEvent): Promise<void>;
}

/** Weights to bundle: latents described on training data, threshold from validation data, each set scored once. */
export async function finishTraining(request: FinishRequest): Promise<Bundle> {
  const { architecture, config, data, state } = request;
  const named = await averagedWeights(architecture, state);
  const network = await request.network.of(state);
  const latents = describeLatents(await network.encode(data.train), config.model.latentDim);
  const { seed, draws } = request;
  const { metrics, ...chosen } = await evaluateSets(network, data, { seed, draws });
  const seen = writeSeenList(request.seen);
  const weights = writeSafetensors(named, { format: "diaphane", formatVersion: "1" });
  const manifest: Manifest = {
    formatVersion: 1,
    model: config.model,
    training: config,
    parameterCount: architecture.parameters.reduce((sum, spec) => sum + sizeOf(spec), 0),
    preprocessing: {
      ...{ inputSize: config.model.inputSize, channels: config.model.channels },
      ...{ resampling: "area-bilinear", divisor: 255 },
    },
    ...chosen,
    latents,
    metrics,
    provenance: {
      ...{ dataHash: request.dataHash, codeVersion: request.codeVersion, seed: request.seed },
      ...{ engine: tf.getBackend(), seconds: request.secondsSoFar(), createdAt: new Date().toISOString() },
      trainedOn: request.trainedOn,
      ...(request.overlapAllowed ? { overlapAllowed: true as const } : {}),
    },
    seen: { sha256: await sha256(seen), images: request.seen.images.size, subjects: request.seen.subjects.size },
    weights: { sha256: await sha256(weights), sizeBytes: weights.length, precision: "float32" },
  };
  const kept = request.keptEpoch === undefined ? {} : { keptEpoch: request.keptEpoch };
  await request.emit({ kind: "finished", step: request.step, metrics, ...kept });
  return { manifest, weights, seen };
}
