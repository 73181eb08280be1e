import type { HostTensor, HostWeights } from "../network/fold-weights.ts";
import { roundToFloat16 } from "./dtype.ts";
import { InvalidWeights } from "./invalid-weights.ts";
import type { Precision } from "./precision.ts";
import type { StoredTensor } from "./safetensors.ts";

/** A channel that keeps below is nothing: its scale would be no normal float32. */
const smallestSpread = 1e-30;

/** Added to a kernel's name for its scales. */
const scaleSuffix = ".channel_scale";

/**
 * Weights in fewer bits. Kernels only: vectors (biases, normalisation, statistics) are a few percent of the bytes, and one of their
 * values acts on a whole channel.
 *
 * float16: kernels as F16. int8: kernels as I8, whole numbers −127…127, each beside a float32 tensor `NAME.channel_scale` that is as
 * long as the kernel along its output channels and 1 along its other axes: `kernel = NAME · NAME.channel_scale` by ordinary
 * broadcasting. Symmetric, largest absolute value to 127, without calibration data (Krishnamoorthi 2018). A scale a
 * channel rather than a tensor, as normalisation lets channels differ by orders of magnitude.
 */
export function quantizeTensors(weights: HostWeights, precision: Precision): Map<string, StoredTensor> {
  const stored = new Map<string, StoredTensor>();
  for (const [name, tensor] of weights) {
    const isKernel = tensor.shape.length > 1;
    if (!isKernel || precision === "float32") stored.set(name, { dtype: "F32", ...tensor });
    else if (precision === "float16") {
      stored.set(name, { dtype: "F16", shape: tensor.shape, values: tensor.values.map(roundToFloat16) });
    } else quantizeKernel(name, tensor, stored);
  }
  return stored;
}

/** What `quantizeTensors` made, as float32 again. Throws InvalidWeights for whole numbers without their scales. */
export function dequantizeTensors(stored: ReadonlyMap<string, StoredTensor>): Map<string, HostTensor> {
  const weights = new Map<string, HostTensor>();
  for (const [name, { dtype, shape, values }] of stored) {
    if (isScale(name, stored)) continue;
    if (dtype !== "I8") {
      weights.set(name, { shape, values });
      continue;
    }
    const scale = stored.get(`${name}${scaleSuffix}`);
    const expected = scaleShape(shape);
    if (scale === undefined || scale.dtype !== "F32" || scale.shape.join() !== expected.join()) {
      throw new InvalidWeights(
        `Tensor ${name} is of 8-bit numbers and needs the float32 tensor ${name}${scaleSuffix} of shape [${expected.join(", ")}].`,
      );
    }
    const channelOf = channelAt(shape);
    weights.set(name, { shape, values: values.map((value, place) => value * (scale.values[channelOf(place)] ?? 0)) });
  }
  return weights;
}

function quantizeKernel(name: string, { shape, values }: HostTensor, stored: Map<string, StoredTensor>): void {
  const channelOf = channelAt(shape);
  const expected = scaleShape(shape);
  const largest = new Float32Array(Math.max(...expected));
  values.forEach((value, place) => {
    largest[channelOf(place)] = Math.max(largest[channelOf(place)] ?? 0, Math.abs(value));
  });
  const scales = largest.map((most) => (most < smallestSpread ? 1 : most / 127));
  stored.set(name, {
    ...{ dtype: "I8", shape },
    values: values.map((value, place) => Math.round(value / (scales[channelOf(place)] ?? 1))),
  });
  stored.set(`${name}${scaleSuffix}`, { dtype: "F32", shape: expected, values: scales });
}

function isScale(name: string, stored: ReadonlyMap<string, StoredTensor>): boolean {
  return name.endsWith(scaleSuffix) && stored.get(name.slice(0, -scaleSuffix.length))?.dtype === "I8";
}

/** The axis of a kernel's output channels: the last, but in a depthwise kernel `[h, w, channels, 1]` the one before it. */
function channelAxis(shape: number[]): number {
  return shape.length === 4 && shape.at(-1) === 1 ? 2 : shape.length - 1;
}

function scaleShape(shape: number[]): number[] {
  const axis = channelAxis(shape);
  return shape.map((side, index) => (index === axis ? side : 1));
}

/** In either layout the output channel changes fastest. */
function channelAt(shape: number[]): (place: number) => number {
  const channels = shape[channelAxis(shape)] ?? 1;
  return (place) => place % channels;
}
