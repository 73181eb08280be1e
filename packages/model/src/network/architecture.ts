import { type ConvolutionLayer, convolution, type DenseLayer, dense, depthwise, type Layer } from "./layer.ts";
import type { ModelConfig, SizeName } from "./model-config.ts";
import { type ParameterSpec, parametersOf, statisticsOf } from "./parameter-spec.ts";

/** A ShuffleNet V2 unit (Ma et al. 2018). With a shortcut: both branches halve the map; without: half of the channels pass. */
export interface ShuffleUnit {
  main: ConvolutionLayer[];
  shortcut: ConvolutionLayer[];
}

export interface Architecture {
  config: ModelConfig;
  stem: ConvolutionLayer;
  units: ShuffleUnit[];
  attention: ConvolutionLayer;
  mu: DenseLayer;
  logVar: DenseLayer;
  head: DenseLayer;
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

interface SizePlan {
  stem: { channels: number; stride: 1 | 2 };
  /** Channels and number of units of each stage; the first unit of a stage halves the map. */
  stages: { channels: number; units: number }[];
  seedChannels: number;
  /**
   * Channels after each doubling, from the smallest map to the input size. The last map has nearly all of the cost and the first
   * nearly none, so width belongs to the first.
   */
  decoder: number[];
}

const plans: Record<SizeName, SizePlan> = {
  nano: {
    stem: { channels: 16, stride: 1 },
    stages: [
      { channels: 32, units: 2 },
      { channels: 64, units: 3 },
      { channels: 144, units: 2 },
    ],
    seedChannels: 64,
    decoder: [96, 64, 24],
  },
  small: {
    stem: { channels: 24, stride: 2 },
    stages: [
      { channels: 48, units: 3 },
      { channels: 96, units: 4 },
      { channels: 192, units: 3 },
    ],
    seedChannels: 128,
    decoder: [128, 96, 64, 32],
  },
};

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
  const plan = plans[config.size];
  const { units, side, channels } = encoderUnits(plan, config.inputSize / plan.stem.stride);
  const pooled = channels * config.attentionMaps;
  const decoder = decoderUnits(plan, side);
  const parts = {
    stem: convolution("encoder.stem", config.channels, plan.stem.channels, config.inputSize / plan.stem.stride, {
      kernel: 3,
      stride: plan.stem.stride,
    }),
    units,
    attention: convolution("encoder.attention", channels, config.attentionMaps, side, {
      ending: "none",
      rectified: false,
    }),
    mu: dense("latent.mu", pooled, config.latentDim, "glorot"),
    logVar: dense("latent.logVar", pooled, config.latentDim, "zero"),
    head: dense("head.class", config.latentDim, config.classes.length, "glorot"),
    seed: dense("decoder.seed", config.latentDim, side * side * plan.seedChannels),
    decoder,
    output: convolution("decoder.output", plan.decoder.at(-1) ?? plan.seedChannels, config.channels, config.inputSize, {
      kernel: 3,
      ending: "bias",
      rectified: false,
    }),
  };
  const layers: Layer[] = [
    parts.stem,
    ...units.flatMap((unit) => [...unit.main, ...unit.shortcut]),
    parts.attention,
    parts.mu,
    parts.logVar,
    parts.head,
    parts.seed,
    ...decoder.flatMap((unit) => [unit.pointwise, unit.depthwise]),
    parts.output,
  ];
  return {
    config,
    ...parts,
    seedShape: { side, channels: plan.seedChannels },
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

function encoderUnits(plan: SizePlan, startSide: number): { units: ShuffleUnit[]; side: number; channels: number } {
  const units: ShuffleUnit[] = [];
  let side = startSide;
  let channels = plan.stem.channels;
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
function decoderUnits(plan: SizePlan, startSide: number): Architecture["decoder"] {
  let from = plan.seedChannels;
  let side = startSide;
  return plan.decoder.map((to, index) => {
    const name = `decoder.unit${index + 1}`;
    const pointwise = convolution(`${name}.pointwise`, from, to, side);
    side *= 2;
    from = to;
    return { pointwise, depthwise: depthwise(`${name}.depthwise`, to, side, { rectified: true }) };
  });
}
