import type { ModelConfig } from "../network/model-config.ts";

type Heads = Pick<ModelConfig, "classes" | "maskClasses" | "boxClasses">;

/** The network of a pre-trained model with the heads of another task. */
export function transferredModelConfig(parent: ModelConfig, { classes, maskClasses, boxClasses }: Heads): ModelConfig {
  const { classGroups: _others, ...rest } = parent;
  return { ...rest, classes, maskClasses, boxClasses };
}
