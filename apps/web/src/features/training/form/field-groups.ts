import type { SettingName, TrainingSettings } from "./training-settings.ts";

export type SettingKind = "number" | "choice" | "switch";

export interface SettingField {
  readonly name: SettingName;
  readonly kind: SettingKind;
  /** Step of the arrows in a number field. */
  readonly step?: number;
  readonly options?: readonly ("gaussian" | "bernoulli" | "capacity" | "beta" | "none" | "rectangle" | "patches")[];
  /** Left out of the page while it has no effect. */
  readonly isUsed?: (settings: Pick<TrainingSettings, "divergence" | "erasing">) => boolean;
}

export type SettingSection = "sectionTraining" | "sectionObjective" | "sectionNetwork" | "sectionAugmentation";

/** The folded settings, in the order in which a person would look for them. Epochs and seed come first. */
export const settingSections: readonly { title: SettingSection; fields: readonly SettingField[] }[] = [
  {
    title: "sectionTraining",
    fields: [
      { name: "epochs", kind: "number", step: 1 },
      { name: "seed", kind: "number", step: 1 },
      { name: "batchSize", kind: "number", step: 8 },
      { name: "learningRate", kind: "number", step: 0.001 },
      { name: "warmupShare", kind: "number", step: 0.01 },
      { name: "weightDecay", kind: "number", step: 0.01 },
      { name: "averageDecay", kind: "number", step: 0.001 },
      { name: "clipNorm", kind: "number", step: 1 },
    ],
  },
  {
    title: "sectionObjective",
    fields: [
      { name: "divergence", kind: "choice", options: ["capacity", "beta"] },
      { name: "capacity", kind: "number", step: 1, isUsed: ({ divergence }) => divergence === "capacity" },
      { name: "gamma", kind: "number", step: 1, isUsed: ({ divergence }) => divergence === "capacity" },
      { name: "rampShare", kind: "number", step: 0.05, isUsed: ({ divergence }) => divergence === "capacity" },
      { name: "beta", kind: "number", step: 0.5, isUsed: ({ divergence }) => divergence === "beta" },
      { name: "reconstructionWeight", kind: "number", step: 0.1 },
      { name: "classificationWeight", kind: "number", step: 50 },
      { name: "labelSmoothing", kind: "number", step: 0.01 },
      { name: "balanced", kind: "switch" },
    ],
  },
  {
    title: "sectionNetwork",
    fields: [
      { name: "latentDim", kind: "number", step: 1 },
      { name: "attentionMaps", kind: "number", step: 1 },
      { name: "likelihood", kind: "choice", options: ["gaussian", "bernoulli"] },
    ],
  },
  {
    title: "sectionAugmentation",
    fields: [
      { name: "shift", kind: "number", step: 1 },
      { name: "rotation", kind: "number", step: 1 },
      { name: "scale", kind: "number", step: 0.05 },
      { name: "brightness", kind: "number", step: 0.05 },
      { name: "erasing", kind: "choice", options: ["none", "rectangle", "patches"] },
      { name: "erasingProbability", kind: "number", step: 0.1, isUsed: ({ erasing }) => erasing === "rectangle" },
      { name: "erasingRatio", kind: "number", step: 0.1, isUsed: ({ erasing }) => erasing === "patches" },
    ],
  },
];
