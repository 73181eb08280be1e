/** One output of a node, as TensorFlow names it: `node:output`. */
export type Endpoint = `${string}:${number}`;

/** TensorFlow's AttrValue: exactly one of these. */
export type AttributeValue =
  | { list: { i: number[] } | { f: number[] } | { b: boolean[] } }
  | { s: Uint8Array }
  | { i: number }
  | { f: number }
  | { b: boolean }
  | { type: number }
  | { shape: TensorShape }
  | { tensor: { dtype: number; tensorShape: TensorShape } & TensorValues };

/** Row-major and little-endian, or one value that all elements have. */
type TensorValues = { tensorContent: Uint8Array } | { floatVal: [number] } | { intVal: [number] };

type TensorShape = { dim: { size: number }[] };

/** TensorFlow's NodeDef. An input is an endpoint, or `^node` for one that only has to run before. */
export interface GraphNode {
  name: string;
  op: string;
  input: (Endpoint | `^${string}`)[];
  attr: Record<string, AttributeValue>;
}

export function shapeValue(shape: readonly number[]): TensorShape {
  return { dim: shape.map((size) => ({ size })) };
}

export function constantNode(
  name: string,
  dtype: number,
  shape: readonly number[],
  values: ArrayBufferView,
): GraphNode {
  const tensor = { dtype, tensorShape: shapeValue(shape), ...tensorValues(values) };
  return { name, op: "Const", input: [], attr: { dtype: { type: dtype }, value: { tensor } } };
}

/** Large constants are mostly of one value, zeros and ones: these take no room in the graph. */
function tensorValues(values: ArrayBufferView): TensorValues {
  if (values instanceof Float32Array && isUniform(values)) return { floatVal: [values[0] ?? 0] };
  if (values instanceof Int32Array && isUniform(values)) return { intVal: [values[0] ?? 0] };
  return { tensorContent: new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice() };
}

function isUniform(values: Float32Array | Int32Array): boolean {
  return values.length > 0 && values.every((value) => Object.is(value, values[0]));
}

/** Name of the node that an input comes from. */
export function sourceOf(input: GraphNode["input"][number]): string {
  return input.startsWith("^") ? input.slice(1) : input.slice(0, input.lastIndexOf(":"));
}
