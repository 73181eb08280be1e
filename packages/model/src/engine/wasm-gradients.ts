import * as tf from "@tensorflow/tfjs-core";

type Attributes = tf.NamedAttrMap | undefined;

interface Window {
  filterHeight: number;
  filterWidth: number;
  strideHeight: number;
  strideWidth: number;
  top: number;
  left: number;
  outHeight: number;
  outWidth: number;
}

/**
 * Registers, for the wasm engine, the convolution gradients that tfjs leaves out there, composed of slices and matrix products.
 * Slower than kernels of their own, but training then works wherever wasm does. Registering again does nothing.
 */
export function registerWasmGradients(backendName = "wasm"): void {
  const register = (
    kernelName: string,
    compute: (inputs: tf.NamedTensorInfoMap, attributes: Attributes) => tf.Tensor,
  ) => {
    if (tf.getKernel(kernelName, backendName) !== undefined) return;
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs }) => tf.tidy(() => compute(inputs, attrs)),
    });
  };
  register("Conv2DBackpropFilter", (inputs, attributes) =>
    convolutionFilterGradient(
      tensor(inputs, "x"),
      tensor(inputs, "dy"),
      windowOf(attributes, tensor(inputs, "x").shape, numbers(attributes, "filterShape"), false),
    ),
  );
  register("DepthwiseConv2dNativeBackpropFilter", (inputs, attributes) =>
    depthwiseFilterGradient(
      tensor(inputs, "x"),
      tensor(inputs, "dy"),
      windowOf(attributes, tensor(inputs, "x").shape, numbers(attributes, "filterShape"), true),
    ),
  );
  register("DepthwiseConv2dNativeBackpropInput", (inputs, attributes) => {
    const inputShape = numbers(attributes, "inputShape");
    const filter = tensor(inputs, "filter");
    return depthwiseInputGradient(
      tensor(inputs, "dy"),
      filter,
      inputShape,
      windowOf(attributes, inputShape, filter.shape, true),
    );
  });
}

/** `dW[i, j] = x(shifted by i, j)ᵀ · dy` → `[fh, fw, cin, cout]`. */
function convolutionFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, window: Window): tf.Tensor {
  const channels = x.shape[3];
  const outputs = dy.shape[3];
  const upstream: tf.Tensor2D = tf.reshape(dy, [-1, outputs]);
  const taps = shiftedInputs(x, window).map((shifted) =>
    tf.matMul(tf.reshape<tf.Rank.R2>(shifted, [-1, channels]), upstream, true, false),
  );
  return tf.reshape(tf.stack(taps), [window.filterHeight, window.filterWidth, channels, outputs]);
}

/** `dW[i, j, c] = Σ x(shifted by i, j)·dy` → `[fh, fw, c, 1]`. */
function depthwiseFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, window: Window): tf.Tensor {
  const taps = shiftedInputs(x, window).map((shifted) => tf.sum(tf.mul(shifted, dy), [0, 1, 2]));
  return tf.reshape(tf.stack(taps), [window.filterHeight, window.filterWidth, x.shape[3], 1]);
}

/** A stride-1 depthwise convolution of the gradient, spread out by the stride, with the filter turned by 180°. */
function depthwiseInputGradient(dy: tf.Tensor4D, filter: tf.Tensor4D, inputShape: number[], window: Window): tf.Tensor {
  const [, height = 0, width = 0] = inputShape;
  const spread = spreadOut(dy, window.strideHeight, window.strideWidth);
  const before = [window.filterHeight - 1 - window.top, window.filterWidth - 1 - window.left] as const;
  const padded = padTo(spread, before[0], before[1], height + window.filterHeight - 1, width + window.filterWidth - 1);
  return tf.depthwiseConv2d(padded, tf.reverse(filter, [0, 1]), 1, "valid");
}

/** The part of the padded input that each filter tap sees, `[n, outHeight, outWidth, c]` each, row by row. */
function shiftedInputs(x: tf.Tensor4D, window: Window): tf.Tensor4D[] {
  const { filterHeight, filterWidth, strideHeight, strideWidth, outHeight, outWidth } = window;
  // Whole multiples of the stride, so that the phases below are of one size.
  const neededHeight = (outHeight + Math.ceil(filterHeight / strideHeight)) * strideHeight;
  const neededWidth = (outWidth + Math.ceil(filterWidth / strideWidth)) * strideWidth;
  const padded = padTo(x, window.top, window.left, neededHeight, neededWidth);
  const phases = phasesOf(padded, strideHeight, strideWidth);
  const [count, , , channels] = x.shape;
  const shifted: tf.Tensor4D[] = [];
  for (let row = 0; row < filterHeight; row++) {
    for (let column = 0; column < filterWidth; column++) {
      const phase = phases[(row % strideHeight) * strideWidth + (column % strideWidth)];
      if (phase === undefined) throw new Error("A filter tap fell outside of its strides.");
      const start = [0, Math.floor(row / strideHeight), Math.floor(column / strideWidth), 0];
      shifted.push(tf.slice(phase, start as [number, number, number, number], [count, outHeight, outWidth, channels]));
    }
  }
  return shifted;
}

/** Every `stride`-th row and column, from each start: by reshapes and slices, as wasm's strided slice is 50 times slower. */
function phasesOf(x: tf.Tensor4D, strideHeight: number, strideWidth: number): tf.Tensor4D[] {
  if (strideHeight === 1 && strideWidth === 1) return [x];
  const [count, height, width, channels] = x.shape;
  const [rows, columns] = [height / strideHeight, width / strideWidth];
  const byColumn = tf.reshape(x, [count, height, columns, strideWidth * channels]);
  const columnPhases = tf.split(byColumn, strideWidth, 3);
  const phases: tf.Tensor4D[][] = columnPhases.map((phase) => {
    const byRow = tf.reshape(phase, [count, rows, strideHeight * columns * channels]);
    return tf.split(byRow, strideHeight, 2).map((part) => tf.reshape(part, [count, rows, columns, channels]));
  });
  // Column phases hold their row phases; taps are asked for row first.
  return Array.from({ length: strideHeight }, (_, row) => phases.flatMap((parts) => parts.slice(row, row + 1))).flat();
}

/** Pads with zeros (or crops) to `height × width`, `top` rows and `left` columns before the content. */
function padTo(x: tf.Tensor4D, top: number, left: number, height: number, width: number): tf.Tensor4D {
  const [count, rows, columns, channels] = x.shape;
  const bottom = Math.max(0, height - rows - top);
  const right = Math.max(0, width - columns - left);
  const padded = tf.pad(x, [
    [0, 0],
    [Math.max(0, top), bottom],
    [Math.max(0, left), right],
    [0, 0],
  ]);
  return tf.slice(padded, [0, Math.max(0, -top), Math.max(0, -left), 0], [count, height, width, channels]);
}

/** Puts `stride − 1` zeros after each row and column. */
function spreadOut(x: tf.Tensor4D, strideHeight: number, strideWidth: number): tf.Tensor4D {
  const [count, height, width, channels] = x.shape;
  let spread: tf.Tensor4D = x;
  if (strideWidth > 1) {
    const zeros = tf.zeros<tf.Rank.R4>([count, height, width, channels * (strideWidth - 1)]);
    spread = tf.reshape(tf.concat([spread, zeros], 3), [count, height, width * strideWidth, channels]);
  }
  if (strideHeight > 1) {
    const row = width * strideWidth * channels;
    const rows = tf.reshape<tf.Rank.R3>(spread, [count, height, row]);
    const zeros = tf.zeros<tf.Rank.R3>([count, height, row * (strideHeight - 1)]);
    spread = tf.reshape(tf.concat([rows, zeros], 2), [count, height * strideHeight, width * strideWidth, channels]);
  }
  return spread;
}

function windowOf(attributes: Attributes, inputShape: number[], filterShape: number[], depthwise: boolean): Window {
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    numbers(attributes, "strides") as [number, number],
    1,
    attributes?.["pad"] as "same" | "valid" | number,
    undefined,
    depthwise,
  );
  return {
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideHeight: info.strideHeight,
    strideWidth: info.strideWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
  };
}

/** Kernels get tensors where they are called by the engine itself, as here; their declared type is the wider TensorInfo. */
function tensor(inputs: tf.NamedTensorInfoMap, name: string): tf.Tensor4D {
  const value = inputs[name];
  if (!(value instanceof tf.Tensor)) throw new Error(`A convolution gradient was called without its input "${name}".`);
  return value as tf.Tensor4D;
}

function numbers(attributes: Attributes, name: string): number[] {
  const value = attributes?.[name];
  if (typeof value === "number") return [value, value];
  if (Array.isArray(value)) return value as number[];
  throw new Error(`A convolution gradient was called without its attribute "${name}".`);
}
