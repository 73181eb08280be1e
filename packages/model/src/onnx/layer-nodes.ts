import type { HostTensor, HostWeights } from "../network/fold-weights.ts";
import type { ConvolutionLayer, DenseLayer } from "../network/layer.ts";
import type { GraphBuilder } from "./graph-builder.ts";

/** A graph and the folded weights that its layers take, see `foldWeights`. Maps are `[n, channels, height, width]`, as ONNX has them. */
export interface NodeContext {
  graph: GraphBuilder;
  folded: HostWeights;
}

/** What `LayerRunner.convolve` computes. */
export function convolutionNodes({ graph, folded }: NodeContext, layer: ConvolutionLayer, x: string): string {
  const { name, kernel, stride, from } = layer;
  const isDepthwise = layer.kind === "depthwise";
  const weights = channelsFirst(folded, `${name}.kernel`, isDepthwise);
  const inputs = [x, graph.tensor(`${name}.kernel`, weights.shape, weights.values)];
  if (layer.ending !== "none") inputs.push(biasTensor({ graph, folded }, name));
  // "Same" padding as TensorFlow has it: with stride two, an even side gets one more pixel at its end and none before.
  const before = kernel === 3 && stride === 1 ? 1 : 0;
  const after = kernel === 3 ? 1 : 0;
  const y = graph.node("Conv", inputs, {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [before, before, after, after],
    group: isDepthwise ? from : 1,
  });
  return layer.rectified ? graph.node("Relu", [y]) : y;
}

/** What `LayerRunner.multiply` computes. */
export function denseNodes(context: NodeContext, layer: DenseLayer, x: string): string {
  const { graph, folded } = context;
  const kernel = tensorOf(folded, `${layer.name}.kernel`);
  const weights = graph.tensor(`${layer.name}.kernel`, kernel.shape, kernel.values);
  return graph.node("Gemm", [x, weights, biasTensor(context, layer.name)]);
}

/** Nearest-neighbour enlargement by two. */
export function upsampleNodes(graph: GraphBuilder, x: string): string {
  const scales = graph.tensor("scales", [4], Float32Array.of(1, 1, 2, 2));
  const how = { mode: "nearest", coordinate_transformation_mode: "asymmetric", nearest_mode: "floor" };
  return graph.node("Resize", [x, "", scales], how);
}

/** A new shape for each row of the batch. */
export function reshapeNodes(graph: GraphBuilder, x: string, dims: readonly number[]): string {
  return graph.node("Reshape", [x, graph.integers([0, ...dims])]);
}

function biasTensor({ graph, folded }: NodeContext, layerName: string): string {
  const bias = tensorOf(folded, `${layerName}.bias`);
  return graph.tensor(`${layerName}.bias`, bias.shape, bias.values);
}

/** `[h, w, from, to]` to `[to, from, h, w]`; depthwise `[h, w, channels, 1]` to `[channels, 1, h, w]`. */
function channelsFirst(folded: HostWeights, name: string, isDepthwise: boolean): HostTensor {
  const { shape, values } = tensorOf(folded, name);
  const [height = 0, width = 0, first = 0, second = 0] = shape;
  const [from, to] = isDepthwise ? [second, first] : [first, second];
  const taps = height * width;
  const moved = new Float32Array(values.length);
  for (let tap = 0; tap < taps; tap++) {
    for (let i = 0; i < from; i++) {
      for (let o = 0; o < to; o++) {
        moved[(o * from + i) * taps + tap] = values[(tap * from + i) * to + o] ?? 0;
      }
    }
  }
  return { shape: [to, from, height, width], values: moved };
}

function tensorOf(folded: HostWeights, name: string): HostTensor {
  const tensor = folded.get(name);
  if (tensor === undefined) throw new Error(`The weights have no tensor named ${name}.`);
  return tensor;
}
