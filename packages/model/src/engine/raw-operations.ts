import * as tf from "@tensorflow/tfjs-core";

/** One attribute of a TensorFlow operation, in the form in which tfjs-node's binding takes it. */
export interface RawAttribute {
  name: string;
  type: number;
  value: unknown;
}

/** The part of tfjs-node's backend that reaches TensorFlow's own kernels; found by its methods, never imported. */
interface RawBackend {
  binding: Record<string, number>;
  executeSingleOutput(name: string, attributes: RawAttribute[], inputs: tf.Tensor[]): tf.Tensor;
  executeMultipleOutputs(name: string, attributes: RawAttribute[], inputs: tf.Tensor[], outputs: number): tf.Tensor[];
}

type AttributeKind = "type" | "float" | "int" | "bool" | "string";

const attributeConstant: Record<AttributeKind, string> = {
  type: "TF_ATTR_TYPE",
  float: "TF_ATTR_FLOAT",
  int: "TF_ATTR_INT",
  bool: "TF_ATTR_BOOL",
  string: "TF_ATTR_STRING",
};

/** Access to raw TensorFlow operations on the backend in use. */
export interface RawOperations {
  /** The attribute `name` with the binding's own number for its kind. A `type` attribute takes "float32" or "int32". */
  attribute(name: string, kind: AttributeKind, value: unknown): RawAttribute;
  /** One output; the caller names its rank, which the engine knows only at run time. */
  run<T extends tf.Tensor>(name: string, attributes: RawAttribute[], inputs: tf.Tensor[]): T;
  runMany(name: string, attributes: RawAttribute[], inputs: tf.Tensor[], outputs: number): tf.Tensor[];
}

function isRawBackend(backend: object): backend is RawBackend {
  return "executeSingleOutput" in backend && "executeMultipleOutputs" in backend && "binding" in backend;
}

const known = new WeakMap<object, RawOperations | null>();

function createRawOperations(backend: RawBackend): RawOperations {
  const { binding } = backend;
  const constant = (name: string): number => {
    const value = binding[name];
    if (value === undefined) throw new Error(`The native engine's binding has no constant ${name}.`);
    return value;
  };
  return {
    attribute(name, kind, value) {
      const typed = kind === "type" ? constant(value === "int32" ? "TF_INT32" : "TF_FLOAT") : value;
      return { name, type: constant(attributeConstant[kind]), value: typed };
    },
    run: <T extends tf.Tensor>(name: string, attributes: RawAttribute[], inputs: tf.Tensor[]) =>
      backend.executeSingleOutput(name, attributes, inputs) as T,
    runMany: (name, attributes, inputs, outputs) => backend.executeMultipleOutputs(name, attributes, inputs, outputs),
  };
}

/** Raw TensorFlow operations where the backend in use offers them (tfjs-node), else null. */
export function rawOperations(): RawOperations | null {
  const backend = tf.backend();
  let operations = known.get(backend);
  if (operations === undefined) {
    operations = isRawBackend(backend) ? createRawOperations(backend) : null;
    known.set(backend, operations);
  }
  return operations;
}
