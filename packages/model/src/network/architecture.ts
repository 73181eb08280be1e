import { denseHeadLayers, denseHeads } from "./dense-heads.ts";
import type { DetectionHead } from "./detection-head.ts";
import { type ConvolutionLayer, convolution, type DenseLayer, dense, depthwise, type Layer } from "./layer.ts";
import type { MergeUnit } from "./merge-units.ts";
import type { ModelConfig } from "./model-config.ts";
import { type ParameterSpec, parametersOf, statisticsOf } from "./parameter-spec.ts";
import { type SizePlan, sizePlanOf } from "./size-plan.ts";

/** A ShuffleNet V2 unit (Ma et al. 2018). With a shortcut: both branches halve the map; without: half of the channels pass. */
export interface ShuffleUnit {
  main: ConvolutionLayer[];
  shortcut: ConvolutionLayer[];
}

export interface Architecture {
  config: ModelConfig;
  /** From the image to the first stage: a 3×3 convolution, at 224 px a second, depthwise one. */
  stem: ConvolutionLayer[];
  units: ShuffleUnit[];
  attention: ConvolutionLayer;
  /** Side of the encoder's last map, which attention weighs. */
  mapSide: number;
  mu: DenseLayer;
  logVar: DenseLayer;
  /** Null without classes. */
  head: DenseLayer | null;
  /** What both heads below read; as many units as they need. */
  merge: MergeUnit[];
  /** Null without classes of a pixel. */
  segmentation: ConvolutionLayer | null;
  /** Null without classes of a box. */
  detection: DetectionHead | null;
  seed: DenseLayer;
  /** Side and channels of the map that the decoder starts from. */
  seedShape: { side: number; channels: number };
  /** Each: 1×1 on the small map, nearest ×2, depthwise 3×3 on the large one. */
  decoder: { pointwise: ConvolutionLayer; depthwise: ConvolutionLayer }[];
  output: ConvolutionLayer;
  layers: Layer[];
  parameters: ParameterSpec[];
  statistics: ParameterSpec[];
}

/**
 * Name of the learned log standard deviation of the Gaussian likelihood, kept divided by `logSigmaGain`: Adam moves every
 * parameter by about the learning rate a step, which is too slow for this one to follow the falling error (it ended
 * 0.45 above its optimum and cost 1 dB).
 */
export const logSigmaName = "likelihood.logSigmaOverGain";
export const logSigmaGain = 10;
const logSigmaStart = -1.5;

/** The network of a configuration as plain data: every layer, parameter and statistic, in their fixed order. */
export function architectureOf(config: ModelConfig): Architecture {
  const plan = sizePlanOf(config);
  const stem = stemLayers(plan, config);
  const { units, side, channels } = encoderUnits(plan, stem.at(-1)?.size ?? config.inputSize);
  const pooled = channels * config.attentionMaps;
  const decoder = decoderUnits(plan);
  const { seed } = plan;
  const parts = {
    stem,
    units,
    attention: convolution("encoder.attention", channels, config.attentionMaps, side, {
      ending: "none",
      rectified: false,
    }),
    mu: dense("latent.mu", pooled, config.latentDim, "glorot"),
    logVar: dense("latent.logVar", pooled, config.latentDim, "zero"),
    head: config.classes.length === 0 ? null : dense("head.class", config.latentDim, config.classes.length, "glorot"),
    seed: dense("decoder.seed", config.latentDim, seed.side * seed.side * seed.channels),
    decoder,
    output: convolution("decoder.output", plan.decoder.at(-1) ?? seed.channels, config.channels, config.inputSize, {
      kernel: 3,
      ending: "bias",
      rectified: false,
    }),
  };
  const heads = denseHeads(plan, config, { stem, side });
  const layers: Layer[] = [
    ...stem,
    ...units.flatMap((unit) => [...unit.main, ...unit.shortcut]),
    parts.attention,
    parts.mu,
    parts.logVar,
    ...(parts.head === null ? [] : [parts.head]),
    parts.seed,
    ...decoder.flatMap((unit) => [unit.pointwise, unit.depthwise]),
    parts.output,
    ...denseHeadLayers(heads),
  ];
  return {
    config,
    ...parts,
    ...heads,
    mapSide: side,
    seedShape: seed,
    layers,
    parameters: orderedParameters(layers, config),
    statistics: layers.flatMap(statisticsOf),
  };
}

/** Decayed parameters first, so that weight decay is one mask of two runs over the flat vector. */
function orderedParameters(layers: Layer[], config: ModelConfig): ParameterSpec[] {
  const all = layers.flatMap(parametersOf);
  if (config.likelihood === "gaussian") {
    const initialiser = { kind: "constant", value: logSigmaStart / logSigmaGain } as const;
    all.push({ name: logSigmaName, shape: [1], initialiser, decayed: false });
  }
  return [...all.filter((spec) => spec.decayed), ...all.filter((spec) => !spec.decayed)];
}

function stemLayers({ stemChannels, stemStrides }: SizePlan, config: ModelConfig): ConvolutionLayer[] {
  let size: number = config.inputSize;
  return stemStrides.map((stride, index) => {
    size /= stride;
    return index === 0
      ? convolution("encoder.stem", config.channels, stemChannels, size, { kernel: 3, stride })
      : depthwise(`encoder.stem.reduce${index}`, stemChannels, size, { stride });
  });
}

function encoderUnits(plan: SizePlan, startSide: number): { units: ShuffleUnit[]; side: number; channels: number } {
  const units: ShuffleUnit[] = [];
  let side = startSide;
  let channels = plan.stemChannels;
  plan.stages.forEach((stage, stageIndex) => {
    for (let index = 0; index < stage.units; index++) {
      const name = `encoder.stage${stageIndex + 1}.unit${index + 1}`;
      if (index === 0) {
        units.push(halvingUnit(name, channels, stage.channels, side));
        side /= 2;
        channels = stage.channels;
      } else {
        units.push({ main: branch(name, channels / 2, channels / 2, side, 1), shortcut: [] });
      }
    }
  });
  return { units, side, channels };
}

function halvingUnit(name: string, from: number, to: number, side: number): ShuffleUnit {
  return {
    main: branch(name, from, to / 2, side, 2),
    shortcut: [
      depthwise(`${name}.shortcut.depthwise`, from, side / 2, { stride: 2 }),
      convolution(`${name}.shortcut.pointwise`, from, to / 2, side / 2),
    ],
  };
}

function branch(name: string, from: number, to: number, side: number, stride: 1 | 2): ConvolutionLayer[] {
  return [
    convolution(`${name}.main.expand`, from, to, side),
    depthwise(`${name}.main.depthwise`, to, side / stride, { stride }),
    convolution(`${name}.main.project`, to, to, side / stride),
  ];
}

/**
 * Depthwise-separable units with the 1×1 first (Haase & Amthor 2020, blueprint separable convolutions): as it then runs before
 * the enlargement, it costs a quarter, and the enlarged map has the fewer channels. Both convolutions are rectified: between so few
 * layers a second non-linearity is worth more than the signs that it loses.
 */
function decoderUnits(plan: SizePlan): Architecture["decoder"] {
  let { channels: from, side } = plan.seed;
  return plan.decoder.map((to, index) => {
    const name = `decoder.unit${index + 1}`;
    const pointwise = convolution(`${name}.pointwise`, from, to, side);
    side *= 2;
    from = to;
    return { pointwise, depthwise: depthwise(`${name}.depthwise`, to, side, { rectified: true }) };
  });
}
