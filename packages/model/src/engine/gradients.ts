import * as tf from "@tensorflow/tfjs-core";
import { convolutionGradients } from "./convolution-gradients.ts";

type Gradient = tf.GradConfig;

/**
 * Registers the gradients that training needs and that are not registered yet. tfjs keeps its own out of the Node build of
 * tfjs-core, and their files cannot be loaded by Node; in tfjs-node they are there, and then these step back.
 */
export function registerGradients(): void {
  const all = [...elementwise, ...products, ...shapes, ...convolutionGradients];
  for (const config of all) {
    if (tf.getGradient(config.kernelName) === undefined) tf.registerGradient(config);
  }
}

/** Sums a gradient over the axes along which an input of `shape` was broadcast. */
function reduceTo(gradient: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape);
  const reduced = axes.length > 0 ? tf.sum(gradient, axes) : gradient;
  return tf.reshape(reduced, shape);
}

function one(saved: tf.Tensor[]): tf.Tensor {
  return at(saved, 0);
}

function at(tensors: tf.Tensor[], index: number): tf.Tensor {
  const tensor = tensors[index];
  if (tensor === undefined) throw new Error(`A gradient was called without its saved tensor ${index}.`);
  return tensor;
}

/** The gradient of an operation with one result. */
function single(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return Array.isArray(dy) ? at(dy, 0) : dy;
}

/** Gradient of `y = f(x)` from x, element by element. */
function fromInput(kernelName: string, slope: (dy: tf.Tensor, x: tf.Tensor) => tf.Tensor): Gradient {
  return {
    kernelName,
    inputsToSave: ["x"],
    gradFunc: (dy, saved) => ({ x: () => slope(single(dy), one(saved)) }),
  };
}

/** Gradient of `y = f(x)` from y, element by element. */
function fromOutput(kernelName: string, slope: (dy: tf.Tensor, y: tf.Tensor) => tf.Tensor): Gradient {
  return {
    kernelName,
    outputsToSave: [true],
    gradFunc: (dy, saved) => ({ x: () => slope(single(dy), one(saved)) }),
  };
}

/** Gradient of a binary operation under broadcasting. */
function binary(
  kernelName: string,
  forA: (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  forB: (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
): Gradient {
  return {
    kernelName,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, saved) => {
      const [a, b] = [at(saved, 0), at(saved, 1)];
      return {
        a: () => reduceTo(forA(single(dy), a, b), a.shape),
        b: () => reduceTo(forB(single(dy), a, b), b.shape),
      };
    },
  };
}

const elementwise: Gradient[] = [
  fromInput("Abs", (dy, x) => tf.mul(dy, tf.sign(x))),
  fromInput("Log1p", (dy, x) => tf.div(dy, tf.add(x, 1))),
  fromInput("Square", (dy, x) => tf.mul(dy, tf.mul(x, 2))),
  fromOutput("Exp", (dy, y) => tf.mul(dy, y)),
  fromOutput("Relu", (dy, y) => tf.mul(dy, tf.step(y))),
  fromOutput("Sigmoid", (dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y)))),
  fromOutput("Tanh", (dy, y) => tf.mul(dy, tf.sub(1, tf.square(y)))),
  { kernelName: "Neg", gradFunc: (dy) => ({ x: () => tf.neg(single(dy)) }) },
  { kernelName: "Identity", gradFunc: (dy) => ({ x: () => single(dy) }) },
  {
    kernelName: "ClipByValue",
    inputsToSave: ["x"],
    gradFunc: (dy, saved, attributes) => {
      const [least, most] = [Number(attributes["clipValueMin"]), Number(attributes["clipValueMax"])];
      const x = one(saved);
      const within = tf.logicalAnd(tf.greaterEqual(x, least), tf.lessEqual(x, most));
      return { x: () => tf.mul(single(dy), tf.cast(within, "float32")) };
    },
  },
  {
    kernelName: "Softmax",
    outputsToSave: [true],
    gradFunc: (dy, saved) => {
      const y = one(saved);
      const weighted = tf.mul(single(dy), y);
      return { logits: () => tf.sub(weighted, tf.mul(tf.sum(weighted, -1, true), y)) };
    },
  },
];

const products: Gradient[] = [
  binary(
    "Add",
    (dy) => dy,
    (dy) => dy,
  ),
  binary(
    "Sub",
    (dy) => dy,
    (dy) => tf.neg(dy),
  ),
  binary(
    "Multiply",
    (dy, _a, b) => tf.mul(dy, b),
    (dy, a) => tf.mul(dy, a),
  ),
  binary(
    "RealDiv",
    (dy, _a, b) => tf.div(dy, b),
    (dy, a, b) => tf.neg(tf.div(tf.mul(dy, a), tf.square(b))),
  ),
  {
    kernelName: "BatchMatMul",
    inputsToSave: ["a", "b"],
    gradFunc: (dy, saved, attributes) => {
      if (attributes["transposeA"] || attributes["transposeB"]) {
        throw new Error("The gradient of a product with transposed factors is not made: transpose before multiplying.");
      }
      const [a, b] = [at(saved, 0), at(saved, 1)];
      return {
        a: () => tf.matMul(single(dy), b, false, true),
        b: () => tf.matMul(a, single(dy), true, false),
      };
    },
  },
];

const shapes: Gradient[] = [
  {
    kernelName: "Reshape",
    inputsToSave: ["x"],
    gradFunc: (dy, saved) => ({ x: () => tf.reshape(single(dy), one(saved).shape) }),
  },
  {
    kernelName: "Transpose",
    gradFunc: (dy, _saved, attributes) => {
      const order = attributes["perm"] as number[];
      return { x: () => tf.transpose(single(dy), tf.backend_util.getUndoAxesPermutation(order)) };
    },
  },
  {
    kernelName: "Sum",
    inputsToSave: ["x"],
    gradFunc: (dy, saved, attributes) => {
      const x = one(saved);
      const kept = x.shape.slice();
      for (const axis of tf.util.parseAxisParam(attributes["axis"] as number | number[], x.shape)) kept[axis] = 1;
      return { x: () => tf.mul(tf.reshape(single(dy), kept), tf.onesLike(x)) };
    },
  },
  {
    kernelName: "Concat",
    saveAllInputs: true,
    gradFunc: (dy, saved, attributes) => {
      const axis = tf.util.parseAxisParam(attributes["axis"] as number, at(saved, 0).shape)[0] ?? 0;
      const parts = tf.split(
        single(dy),
        saved.map((tensor) => tensor.shape[axis] ?? 0),
        axis,
      );
      return Object.fromEntries(parts.map((part, index) => [index, () => part]));
    },
  },
  {
    kernelName: "SplitV",
    gradFunc: (dy, _saved, attributes) => ({
      x: () => tf.concat(Array.isArray(dy) ? dy : [dy], attributes["axis"] as number),
    }),
  },
];
