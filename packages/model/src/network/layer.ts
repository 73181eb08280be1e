/** A convolution, plain or depthwise, "same" padding; followed by batch normalisation or by a bias, then perhaps a rectifier. */
export interface ConvolutionLayer {
  kind: "convolution" | "depthwise";
  name: string;
  from: number;
  to: number;
  kernel: 1 | 3;
  stride: 1 | 2;
  /** Side of the output map in pixels. */
  size: number;
  ending: "batch-norm" | "bias" | "none";
  rectified: boolean;
  /** What the bias starts from, 0 unless given. */
  biasStart?: number;
}

export interface DenseLayer {
  kind: "dense";
  name: string;
  from: number;
  to: number;
  initial: "he" | "glorot" | "zero";
}

export type Layer = ConvolutionLayer | DenseLayer;

type ConvolutionOptions = Partial<Pick<ConvolutionLayer, "kernel" | "stride" | "ending" | "rectified" | "biasStart">>;

/** A convolution from `from` to `to` channels; 1×1 with batch normalisation and rectifier unless told otherwise. */
export function convolution(
  name: string,
  from: number,
  to: number,
  size: number,
  options: ConvolutionOptions = {},
): ConvolutionLayer {
  const defaults = { kernel: 1, stride: 1, ending: "batch-norm", rectified: true } as const;
  return { kind: "convolution", name, from, to, size, ...defaults, ...options };
}

/** A 3×3 convolution of each channel by itself; batch normalisation and no rectifier unless told otherwise. */
export function depthwise(
  name: string,
  channels: number,
  size: number,
  options: ConvolutionOptions = {},
): ConvolutionLayer {
  const defaults = { kernel: 3, stride: 1, ending: "batch-norm", rectified: false } as const;
  return { kind: "depthwise", name, from: channels, to: channels, size, ...defaults, ...options };
}

export function dense(name: string, from: number, to: number, initial: DenseLayer["initial"] = "he"): DenseLayer {
  return { kind: "dense", name, from, to, initial };
}

/** Values that one image has after the layer. */
export function outputSizeOf(layer: Layer): number {
  return layer.kind === "dense" ? layer.to : layer.size * layer.size * layer.to;
}

/** Multiply-adds of one image through the layer. */
export function multiplyAddsOf(layer: Layer): number {
  if (layer.kind === "dense") return layer.from * layer.to;
  const taps = layer.kernel * layer.kernel * layer.size * layer.size;
  return layer.kind === "depthwise" ? taps * layer.to : taps * layer.from * layer.to;
}
