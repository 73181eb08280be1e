import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from "./messages.ts";

/** A graph as it grows: values are called by their names. */
export interface GraphBuilder {
  /** Adds a node with one output, and gives its name. */
  node(operator: string, inputs: readonly string[], attributes?: Record<string, OnnxAttribute>): string;
  /** Adds a node with several outputs. */
  nodeOf(
    count: number,
    operator: string,
    inputs: readonly string[],
    attributes?: Record<string, OnnxAttribute>,
  ): string[];
  /** A tensor of the graph's own, added once a name. */
  tensor(name: string, dims: number[], values: Float32Array): string;
  /** Signed 64-bit numbers: shapes and sizes. */
  integers(values: readonly number[]): string;
  input(value: OnnxValue): string;
  /** Declares that `from` is given out, under the value's name. */
  output(from: string, value: OnnxValue): void;
  graph: OnnxGraph;
}

export function createGraph(name: string): GraphBuilder {
  const graph: OnnxGraph = { name, nodes: [], tensors: [], inputs: [], outputs: [] };
  const known = new Set<string>();
  let values = 0;
  const nextName = (operator: string): string => `${operator.toLowerCase()}_${values++}`;

  function addTensor(tensor: OnnxTensor): string {
    if (!known.has(tensor.name)) graph.tensors.push(tensor);
    known.add(tensor.name);
    return tensor.name;
  }
  function addNode(node: OnnxNode): string[] {
    graph.nodes.push(node);
    return node.outputs;
  }
  return {
    graph,
    node(operator, inputs, attributes = {}) {
      const output = nextName(operator);
      addNode({ operator, inputs: [...inputs], outputs: [output], attributes });
      return output;
    },
    nodeOf(count, operator, inputs, attributes = {}) {
      const outputs = Array.from({ length: count }, () => nextName(operator));
      return addNode({ operator, inputs: [...inputs], outputs, attributes });
    },
    tensor: (tensorName, dims, data) => addTensor({ name: tensorName, dims, values: data }),
    integers: (numbers) =>
      addTensor({
        name: `integers_${numbers.join("_")}`,
        dims: [numbers.length],
        values: BigInt64Array.from(numbers, BigInt),
      }),
    input(value) {
      graph.inputs.push(value);
      return value.name;
    },
    output(from, value) {
      addNode({ operator: "Identity", inputs: [from], outputs: [value.name], attributes: {} });
      graph.outputs.push(value);
    },
  };
}
