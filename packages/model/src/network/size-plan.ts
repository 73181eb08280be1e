import type { InputSize, ModelConfig, SizeName } from "./model-config.ts";

/** Widths and depths of a network size. */
export interface SizePlan {
  stemChannels: number;
  /** Strides of the stem's convolutions, one after another. */
  stemStrides: (1 | 2)[];
  /** Channels and number of units of each stage; the first unit of a stage halves the map. */
  stages: { channels: number; units: number }[];
  /** Side and channels of the map that the decoder starts from. */
  seed: { side: number; channels: number };
  /**
   * Channels after each doubling, from the smallest map to the input size. The last map has nearly all of the cost and the first
   * nearly none, so width belongs to the first.
   */
  decoder: number[];
  /** Channels after each doubling of the merge that segmentation and detection read (`mergeUnits`), from the smallest map on. */
  merge: number[];
}

type Widths = Pick<SizePlan, "stemChannels" | "stages" | "merge"> & { seedChannels: number; decoder: number[] };

/** Encoders of base and large: the stages of ShuffleNet V2 1× and 2× (Ma et al. 2018, table 5), without their last 1×1 convolution. */
const widths: Record<SizeName, Widths> = {
  nano: {
    stemChannels: 16,
    stages: [
      { channels: 32, units: 2 },
      { channels: 64, units: 3 },
      { channels: 144, units: 2 },
    ],
    seedChannels: 64,
    decoder: [96, 64, 24, 16],
    merge: [48, 32, 24, 16],
  },
  small: {
    stemChannels: 24,
    stages: [
      { channels: 48, units: 3 },
      { channels: 96, units: 4 },
      { channels: 192, units: 3 },
    ],
    seedChannels: 128,
    decoder: [128, 96, 64, 32, 16],
    merge: [96, 64, 32, 16],
  },
  base: {
    stemChannels: 24,
    stages: [
      { channels: 116, units: 4 },
      { channels: 232, units: 8 },
      { channels: 464, units: 4 },
    ],
    seedChannels: 192,
    decoder: [192, 128, 96, 48, 24],
    merge: [128, 96, 48, 24, 24],
  },
  large: {
    stemChannels: 24,
    stages: [
      { channels: 244, units: 4 },
      { channels: 488, units: 8 },
      { channels: 976, units: 4 },
    ],
    seedChannels: 256,
    decoder: [320, 224, 128, 64, 32],
    merge: [256, 128, 64, 32, 32],
  },
};

/**
 * The stem keeps a 32 px image as it is, halves 64 and 128 px, and quarters 224 px as ShuffleNet does (there by pooling, here by a
 * learned depthwise convolution, which every engine can differentiate): otherwise the first stage would have half of the cost.
 * The decoder starts from 4×4 (7×7 at 224 px) whatever the encoder ends in: a doubling of so small a map costs next to nothing,
 * and a dense layer onto a larger one would have most of the parameters.
 */
const scales: Record<InputSize, { stemStrides: (1 | 2)[]; doublings: number }> = {
  32: { stemStrides: [1], doublings: 3 },
  64: { stemStrides: [2], doublings: 4 },
  128: { stemStrides: [2], doublings: 5 },
  224: { stemStrides: [2, 2], doublings: 5 },
};

export function sizePlanOf({ size, inputSize }: Pick<ModelConfig, "size" | "inputSize">): SizePlan {
  const { seedChannels, decoder, ...encoder } = widths[size];
  const { stemStrides, doublings } = scales[inputSize];
  // Twice the latents onto half the channels: the dense layer, which has a sixth of nano's parameters, keeps its size.
  const channels = size === "nano" && inputSize === 64 ? seedChannels / 2 : seedChannels;
  return {
    ...encoder,
    stemStrides,
    seed: { side: inputSize / 2 ** doublings, channels },
    decoder: decoder.slice(0, doublings),
  };
}
