import { z } from "zod";

export const sizeNames = ["nano", "small"] as const;
export type SizeName = (typeof sizeNames)[number];

export const modelConfig = z.strictObject({
  /** Which of the network sizes; each fixes its input size. */
  size: z.enum(sizeNames),
  inputSize: z.union([z.literal(32), z.literal(64)]),
  channels: z.union([z.literal(1), z.literal(3)]),
  /** Names of the classes, in the order of the label numbers. */
  classes: z.array(z.string().min(1).max(200)).min(2).max(1000),
  latentDim: z.int().min(1).max(256),
  /** Maps of the attention pooling, K_a. */
  attentionMaps: z.int().min(1).max(32),
  likelihood: z.enum(["gaussian", "bernoulli"]),
});

/** What fixes the network: two models with the same ModelConfig have the same parameters in the same order. */
export type ModelConfig = z.infer<typeof modelConfig>;

/** The image size that a network size reads. */
export function inputSizeOf(size: SizeName): 32 | 64 {
  return size === "nano" ? 32 : 64;
}

/** The default network of a size. @param classes names in the order of the label numbers */
export function defaultModelConfig(size: SizeName, channels: 1 | 3, classes: string[]): ModelConfig {
  return modelConfig.parse({
    size,
    inputSize: inputSizeOf(size),
    channels,
    classes,
    latentDim: size === "nano" ? 16 : 32,
    attentionMaps: size === "nano" ? 4 : 6,
    likelihood: "gaussian",
  });
}
