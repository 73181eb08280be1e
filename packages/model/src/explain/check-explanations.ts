import { meanOf } from "../bundle/evaluate.ts";
import type { Model } from "../bundle/load-model.ts";
import { createNetwork, type Network } from "../bundle/network.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import { dequantizeTensors } from "../bundle/quantize-tensors.ts";
import { readSafetensors } from "../bundle/safetensors.ts";
import { fitImages } from "../images/fit-images.ts";
import type { ImageBatch } from "../images/image-set.ts";
import { correlation, meanRanks } from "../metrics/rank-correlation.ts";
import { randomSource } from "../random/random-source.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import { explainImage } from "./explain-image.ts";
import type { ExplanationCheck } from "./explanation-check.ts";
import { faithfulness, type Score } from "./faithfulness.ts";

export interface ExplanationCheckInput {
  images: ImageBatch;
  /** 255 where somebody marked what is to be found, else 0, one channel, for the same images; null: nothing is marked. */
  marked: ImageBatch | null;
  seed: number;
}

type Method = ExplanationCheck["methods"][number]["method"];
const methods: readonly Method[] = ["attention", "grad-cam", "occlusion", "random"];

interface Finding {
  deletion: number;
  insertion: number;
  randomised: number;
  isHit: boolean | null;
}

/** Deletion, insertion, randomisation and pointing for each kind of explanation, over images. */
export async function checkExplanations(
  model: Model,
  bundle: Bundle,
  { images, marked, seed }: ExplanationCheckInput,
  onProgress?: (share: number) => void,
): Promise<ExplanationCheck> {
  const { inputSize: side, channels } = model.config;
  const fitted = fitImages(images, side, channels);
  const regions = marked && fitImages(marked, side, 1);
  const shuffled = shuffledNetwork(bundle, seed);
  const found = new Map<Method, Finding[]>(methods.map((method) => [method, []]));
  const random = randomSource(seed, 31);
  try {
    for (let place = 0; place < fitted.count; place++) {
      const stride = side * side * channels;
      const image = Float32Array.from(
        fitted.images.subarray(place * stride, (place + 1) * stride),
        (byte) => byte / 255,
      );
      const own = await explainImage(model, image);
      const other = await explainImage(shuffled, image, own.classIndex);
      const noise = Float32Array.from({ length: side * side }, () => random.uniform());
      const region = regions?.images.subarray(place * side * side, (place + 1) * side * side);
      for (const method of methods) {
        const map = method === "random" ? noise : own.maps[method];
        const without = method === "random" ? noise : other.maps[method];
        found.get(method)?.push(await findingOf(own.score, image, { map, without, region }));
      }
      onProgress?.((place + 1) / fitted.count);
    }
  } finally {
    shuffled.dispose();
  }
  const summarised = methods.map((method) => summaryOf(method, found.get(method) ?? [], seed));
  return { schema: "diaphane/explanation-check@1", images: fitted.count, methods: summarised };
}

async function findingOf(
  score: Score,
  image: Float32Array,
  { map, without, region }: { map: Float32Array; without: Float32Array; region: Uint8Array | undefined },
): Promise<Finding> {
  // An image without a mark tells nothing of where a map points.
  const isMarked = region?.some((pixel) => pixel > 127) ?? false;
  const isHit = isMarked ? (region?.[map.indexOf(Math.max(...map))] ?? 0) > 127 : null;
  const randomised = correlation(meanRanks(map), meanRanks(without));
  return { ...(await faithfulness(score, image, map)), randomised, isHit };
}

function summaryOf(method: Method, found: readonly Finding[], seed: number): ExplanationCheck["methods"][number] {
  const mean = (values: number[]) => {
    const { value, interval } = meanOf(Float64Array.from(values), new Int32Array(values.length), { seed, draws: 1000 });
    return { value, interval };
  };
  const marked = found.filter(({ isHit }) => isHit !== null);
  return {
    method,
    deletion: mean(found.map(({ deletion }) => deletion)),
    insertion: mean(found.map(({ insertion }) => insertion)),
    randomised: method === "random" ? null : mean(found.map(({ randomised }) => randomised)),
    pointing: marked.length === 0 ? null : { hits: marked.filter(({ isHit }) => isHit).length, images: marked.length },
  };
}

/** The same network with the values of every tensor in another order: what it learned is gone, their spread is not. */
function shuffledNetwork({ manifest, weights }: Bundle, seed: number): Network {
  const tensors = dequantizeTensors(readSafetensors(weights).tensors);
  const mixed = [...tensors].map(([name, { shape, values }], place) => {
    const order = shuffledIndices(values.length, seed, 32, place);
    return [name, { shape, values: Float32Array.from(order, (from) => values[from] ?? 0) }] as const;
  });
  return createNetwork(manifest.model, new Map(mixed));
}
