import type { Layer } from "./layer.ts";

/** How a parameter starts. `normal` is drawn with standard deviation `deviation`. */
export type Initialiser = { kind: "normal"; deviation: number } | { kind: "constant"; value: number };

/** One named tensor in a flat vector. */
export interface ParameterSpec {
  name: string;
  shape: number[];
  initialiser: Initialiser;
  /** Whether weight decay applies: to kernels, not to biases or normalisation. */
  decayed: boolean;
}

export function sizeOf(spec: Pick<ParameterSpec, "shape">): number {
  return spec.shape.reduce((product, side) => product * side, 1);
}

/** Parameters of a layer: kernel, and what follows it. */
export function parametersOf(layer: Layer): ParameterSpec[] {
  const constant = (suffix: string, value: number): ParameterSpec => ({
    name: `${layer.name}.${suffix}`,
    shape: [layer.to],
    initialiser: { kind: "constant", value },
    decayed: false,
  });
  const kernel: ParameterSpec = {
    name: `${layer.name}.kernel`,
    shape: kernelShape(layer),
    initialiser: kernelInitialiser(layer),
    decayed: true,
  };
  if (layer.kind === "dense") return [kernel, constant("bias", 0)];
  if (layer.ending === "bias") return [kernel, constant("bias", layer.biasStart ?? 0)];
  return layer.ending === "none" ? [kernel] : [kernel, constant("scale", 1), constant("offset", 0)];
}

/** Running statistics of a layer's batch normalisation. */
export function statisticsOf(layer: Layer): ParameterSpec[] {
  if (layer.kind === "dense" || layer.ending !== "batch-norm") return [];
  const statistic = (suffix: string, value: number): ParameterSpec => ({
    name: `${layer.name}.${suffix}`,
    shape: [layer.to],
    initialiser: { kind: "constant", value },
    decayed: false,
  });
  return [statistic("mean", 0), statistic("variance", 1)];
}

function kernelShape(layer: Layer): number[] {
  if (layer.kind === "dense") return [layer.from, layer.to];
  const { kernel, from, to } = layer;
  return layer.kind === "depthwise" ? [kernel, kernel, from, 1] : [kernel, kernel, from, to];
}

/** He et al. 2015 before rectifiers, Glorot & Bengio 2010 for linear heads. */
function kernelInitialiser(layer: Layer): Initialiser {
  if (layer.kind === "dense") {
    if (layer.initial === "zero") return { kind: "constant", value: 0 };
    const variance = layer.initial === "he" ? 2 / layer.from : 2 / (layer.from + layer.to);
    return { kind: "normal", deviation: Math.sqrt(variance) };
  }
  const fanIn = layer.kernel * layer.kernel * (layer.kind === "depthwise" ? 1 : layer.from);
  return { kind: "normal", deviation: Math.sqrt(2 / fanIn) };
}
