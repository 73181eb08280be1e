import { defaultErasing, type Erasing } from "../../packages/model/src/objective/erasing.ts";
import type { ObjectiveTerm } from "../../packages/model/src/objective/objective-term.ts";
import type { TrainingConfig } from "../../packages/model/src/training/training-config.ts";

/** The default with one thing changed. */
export interface Variant {
  name: string;
  change(config: TrainingConfig): TrainingConfig;
}

const withoutKl = ({ objective }: TrainingConfig): ObjectiveTerm[] =>
  objective.filter(({ kind }) => kind !== "capacity");

const withKl = (name: string, term: ObjectiveTerm): Variant => ({
  name,
  change: (config) => ({ ...config, objective: [...withoutKl(config), term] }),
});

const withLatents = (latentDim: number): Variant => ({
  name: `${latentDim} latents`,
  change: (config) => ({ ...config, model: { ...config.model, latentDim } }),
});

const withErasing = (kind: Erasing["kind"]): Variant => ({
  name: `erasing: ${kind}`,
  change: (config) => ({ ...config, erasing: defaultErasing(kind, config.model.inputSize) }),
});

const withCapacity = (nats: number): Variant =>
  withKl(`capacity of ${nats} nats`, { kind: "capacity", gamma: 10, capacity: nats, rampShare: 0.5 });

/** The first is what the others are compared with. */
export const variants: readonly Variant[] = [
  { name: "default", change: (config) => config },
  { name: "one attention map", change: (config) => ({ ...config, model: { ...config.model, attentionMaps: 1 } }) },
  withErasing("rectangle"),
  withErasing("patches"),
  withCapacity(10),
  withCapacity(50),
  withKl("β = 1 in place of capacity", { kind: "beta", beta: 1 }),
  withKl("β = 10 in place of capacity", { kind: "beta", beta: 10 }),
  ...[4, 8, 32].map(withLatents),
  {
    name: "no reconstruction",
    change: (config) => ({ ...config, objective: config.objective.filter(({ kind }) => kind === "classification") }),
  },
  {
    name: "no augmentation",
    change: (config) => ({
      ...config,
      augmentation: { shiftPixels: 0, rotationDegrees: 0, scale: 0, brightness: 0 },
    }),
  },
];

/** @throws Error that names what there is */
export function variantNamed(name: string): Variant {
  const variant = variants.find((candidate) => candidate.name === name);
  if (variant === undefined) throw new Error(`${name} is none of: ${variants.map((known) => known.name).join("; ")}`);
  return variant;
}
