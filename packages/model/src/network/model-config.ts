import { z } from "zod";
import { classGroup, classGroupsProblem } from "./class-groups.ts";

export const sizeNames = ["nano", "small", "base", "large"] as const;
export type SizeName = (typeof sizeNames)[number];

/** Sides of the images that networks read, in pixels. */
export const inputSizes = [32, 64, 128, 224] as const;
export type InputSize = (typeof inputSizes)[number];

/**
 * What each size may read, its default first. Left out: what it could not tell apart (nano has too few channels for a 128 px image)
 * and what would waste it (large on thumbnails).
 */
const permittedInputSizes: Record<SizeName, readonly [InputSize, ...InputSize[]]> = {
  nano: [32, 64],
  small: [64, 32, 128],
  base: [64, 32, 128, 224],
  large: [128, 64, 224],
};

/** The image sizes that a network size may read, its default first. */
export function inputSizesOf(size: SizeName): readonly [InputSize, ...InputSize[]] {
  return permittedInputSizes[size];
}

const classNames = (most: number) => z.array(z.string().min(1).max(200)).max(most);

export const modelConfig = z
  .strictObject({
    size: z.enum(sizeNames),
    /** Side of the image that the network reads, in pixels; each size permits some. */
    inputSize: z.literal(inputSizes),
    channels: z.union([z.literal(1), z.literal(3)]),
    /** Names of the classes, in the order of the label numbers; empty: no class head, as for a network that learns images without labels. */
    classes: classNames(1000),
    /** Which classes belong to which set, for a network of several sets; left out, all are alternatives to one another. */
    classGroups: z.array(classGroup).min(1).optional(),
    /** Names of the classes of a pixel, the background first; empty: no segmentation head. */
    maskClasses: classNames(254).default([]),
    /** Names of the classes of a box; empty: no detection head. */
    boxClasses: classNames(254).default([]),
    latentDim: z.int().min(1).max(256),
    /** Maps of the attention pooling, K_a. */
    attentionMaps: z.int().min(1).max(32),
    likelihood: z.enum(["gaussian", "bernoulli"]),
  })
  .superRefine(({ size, inputSize, classes, classGroups, maskClasses }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (classes.length === 1) refuse("classes", "One class alone can't be told from anything.");
    if (maskClasses.length === 1) refuse("maskClasses", "The background and at least one class more are needed.");
    const problem = classGroups && classGroupsProblem(classGroups, classes);
    if (problem) refuse("classGroups", problem);
    const permitted = inputSizesOf(size);
    if (permitted.includes(inputSize)) return;
    const message = `A ${size} network reads images of ${permitted.toSorted((a, b) => a - b).join(", ")} px, not of ${inputSize} px. Choose one of these, or another size of network.`;
    refuse("inputSize", message);
  });

/** What fixes the network: two models with the same ModelConfig have the same parameters in the same order. */
export type ModelConfig = z.infer<typeof modelConfig>;

/**
 * Twice the side brings twice the latents up to 64 px, half as many again beyond: an image has more to tell at a finer scale, but
 * what is added is texture, and every latent is a slider that somebody has to read.
 */
const latentDims: Record<InputSize, number> = { 32: 16, 64: 32, 128: 48, 224: 64 };

export interface ModelChoice {
  size: SizeName;
  /** The size's default unless given. */
  inputSize?: InputSize;
  channels: 1 | 3;
  /** In the order of the label numbers; may be empty where there are masks or boxes to learn. */
  classes: string[];
  /** None unless given. */
  maskClasses?: string[];
  boxClasses?: string[];
}

/** The default network of a size. @throws ZodError when the size does not read images of that size */
export function defaultModelConfig(choice: ModelChoice): ModelConfig {
  const { size, channels, classes, maskClasses = [], boxClasses = [], inputSize = inputSizesOf(size)[0] } = choice;
  return modelConfig.parse({
    ...{ size, inputSize, channels, maskClasses, boxClasses, likelihood: "gaussian" },
    // One class tells nothing apart, but is no obstacle where there is more to learn.
    classes: classes.length === 1 && maskClasses.length + boxClasses.length > 0 ? [] : classes,
    latentDim: latentDims[inputSize],
    attentionMaps: attentionMapsOf(size, inputSize),
  });
}

/** Each map feeds both latent heads with all channels; at 64 px, with twice the latents, nano has room for three. */
function attentionMapsOf(size: SizeName, inputSize: InputSize): number {
  if (size === "nano") return inputSize === 32 ? 4 : 3;
  return size === "large" ? 8 : 6;
}
