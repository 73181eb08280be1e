import type { ModelConfig } from "../network/model-config.ts";

/** The network of a pre-trained model with the classes of another set. */
export function transferredModelConfig(parent: ModelConfig, classes: string[]): ModelConfig {
  const { classGroups: _others, ...rest } = parent;
  return { ...rest, classes };
}
