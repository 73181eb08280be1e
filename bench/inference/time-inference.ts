import * as tf from "@tensorflow/tfjs-core";
import { compileStep, type NamedTensors } from "../../packages/model/src/engine/step-runner.ts";
import { architectureOf } from "../../packages/model/src/network/architecture.ts";
import { decodeLatents } from "../../packages/model/src/network/decode.ts";
import { encodeImages } from "../../packages/model/src/network/encode.ts";
import { foldWeights } from "../../packages/model/src/network/fold-weights.ts";
import { inferenceRunner } from "../../packages/model/src/network/layer-runner.ts";
import { defaultModelConfig, type InputSize, type SizeName } from "../../packages/model/src/network/model-config.ts";
import { weightsOf } from "../../packages/model/src/network/weights.ts";
import { averagedWeights } from "../../packages/model/src/training/averaged-network.ts";
import { disposeState, initialState } from "../../packages/model/src/training/training-state.ts";

export interface InferenceRequest {
  size: SizeName;
  inputSize: InputSize;
  batches: number[];
  /** Timed calls of each kind, after three to warm up. */
  calls: number;
}

/** Medians of a call, from tensors in the engine to numbers on the host. */
export interface InferenceTimes {
  execution: "eager" | "captured";
  batch: number;
  encodeMs: number;
  decodeMs: number;
}

type Compute = (weights: NamedTensors, input: tf.Tensor) => tf.Tensor;

/** Encoding and decoding on the engine in use, in Node or a browser: by single operations, and captured where the engine does that. */
export async function timeInference(request: InferenceRequest): Promise<InferenceTimes[]> {
  const { size, inputSize, batches, calls } = request;
  const config = defaultModelConfig({ size, inputSize, channels: 1, classes: ["absent", "present"] });
  const architecture = architectureOf(config);
  const state = initialState(architecture, 1);
  const folded = foldWeights(architecture, await averagedWeights(architecture, state));
  disposeState(state);
  const weights = Object.fromEntries([...folded].map(([name, { values, shape }]) => [name, tf.tensor(values, shape)]));
  const layers = (given: NamedTensors) => inferenceRunner(weightsOf(new Map(Object.entries(given))));
  const encode: Compute = (given, images) => encodeImages(architecture, layers(given), images as tf.Tensor4D).mu;
  const decode: Compute = (given, z) => tf.sigmoid(decodeLatents(architecture, layers(given), z as tf.Tensor2D));
  const times: InferenceTimes[] = [];
  for (const batch of batches) {
    const images = tf.randomUniform([batch, inputSize, inputSize, 1], 0, 1, "float32", 1);
    const z = tf.randomNormal([batch, config.latentDim], 0, 1, "float32", 1);
    for (const execution of ["eager", "captured"] as const) {
      const encoder = callable(execution, encode, weights, images);
      const decoder = callable(execution, decode, weights, z);
      if (encoder === null || decoder === null) continue;
      times.push({
        ...{ execution, batch },
        encodeMs: await medianMs(encoder.call, calls),
        decodeMs: await medianMs(decoder.call, calls),
      });
      encoder.dispose();
      decoder.dispose();
    }
    tf.dispose([images, z]);
  }
  tf.dispose(weights);
  return times;
}

/** Null where the engine in use captures nothing. */
function callable(execution: "eager" | "captured", compute: Compute, weights: NamedTensors, input: tf.Tensor) {
  if (execution === "eager") return { call: () => tf.tidy(() => compute(weights, input)), dispose: () => undefined };
  const { runner } = compileStep((state, { x }) => ({ state, outputs: { y: compute(state, given(x)) } }), weights, {
    x: input,
  });
  return runner ? { call: () => given(runner.step({ x: input })["y"]), dispose: runner.dispose } : null;
}

async function medianMs(call: () => tf.Tensor, calls: number): Promise<number> {
  const times: number[] = [];
  for (let round = -3; round < calls; round++) {
    const start = performance.now();
    const result = call();
    await result.data();
    if (round >= 0) times.push(performance.now() - start);
    result.dispose();
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function given(tensor: tf.Tensor | undefined): tf.Tensor {
  if (tensor === undefined) throw new Error("A call lacks its tensor.");
  return tensor;
}
