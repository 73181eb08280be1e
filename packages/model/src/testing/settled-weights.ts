import * as tf from "@tensorflow/tfjs-core";
import type { ImageBatch } from "../images/image-set.ts";
import { architectureOf } from "../network/architecture.ts";
import { decodeLatents } from "../network/decode.ts";
import { encodeMaps, featureMaps } from "../network/encode.ts";
import type { HostTensor } from "../network/fold-weights.ts";
import { trainingRunner } from "../network/layer-runner.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { type ParameterSpec, sizeOf } from "../network/parameter-spec.ts";
import { runDenseHeads } from "../network/run-dense-heads.ts";
import { weightsOf } from "../network/weights.ts";
import { randomSource } from "../random/random-source.ts";

/**
 * Weights as training might leave them: no bias or scale at its start, where a mistake would not show, and running statistics that are
 * those of `images`, so that values stay as small as a trained network's.
 * @param images as large as the network reads
 */
export function settledWeights(config: ModelConfig, images: ImageBatch, seed: number): Map<string, HostTensor> {
  const architecture = architectureOf(config);
  const random = randomSource(seed);
  const draw = ({ initialiser, shape }: ParameterSpec): number => {
    if (initialiser.kind === "normal") return initialiser.deviation * random.normal();
    // Kernels that start at zero are dense layers, over hundreds of values.
    return initialiser.value + (shape.length > 1 ? 0.02 : 0.1) * random.normal();
  };
  const weights = new Map<string, HostTensor>(
    architecture.parameters.map((spec) => [
      spec.name,
      { shape: spec.shape, values: Float32Array.from({ length: sizeOf(spec) }, () => draw(spec)) },
    ]),
  );
  tf.tidy(() => {
    const tensors = new Map([...weights].map(([name, { shape, values }]) => [name, tf.tensor(values, shape)]));
    const runner = trainingRunner(weightsOf(tensors));
    const { count, height, width, channels } = images;
    const pixels = Float32Array.from(images.images, (byte) => byte / 255);
    const maps = featureMaps(architecture, runner, tf.tensor4d(pixels, [count, height, width, channels]));
    const { mu } = encodeMaps(architecture, runner, maps);
    decodeLatents(architecture, runner, mu);
    runDenseHeads(architecture, runner, maps);
    for (const { name, shape } of architecture.statistics) {
      weights.set(name, { shape, values: Float32Array.from(runner.statistics.get(name)?.dataSync() ?? []) });
    }
    runner.dispose();
  });
  return weights;
}
