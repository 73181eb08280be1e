import type { Architecture } from "../network/architecture.ts";
import { convolutionNodes, denseNodes, type NodeContext, reshapeNodes, upsampleNodes } from "./layer-nodes.ts";

/** What `decodeLatents` computes, and the sigmoid of it. @param z `[n, latentDim]` → `[n, channels, inputSize, inputSize]` in 0…1 */
export function decoderNodes(context: NodeContext, architecture: Architecture, z: string): string {
  const { graph } = context;
  const { side, channels } = architecture.seedShape;
  const seed = graph.node("Relu", [denseNodes(context, architecture.seed, z)]);
  // The dense layer gives channels last.
  let x = graph.node("Transpose", [reshapeNodes(graph, seed, [side, side, channels])], { perm: [0, 3, 1, 2] });
  for (const { pointwise, depthwise } of architecture.decoder) {
    x = convolutionNodes(context, depthwise, upsampleNodes(graph, convolutionNodes(context, pointwise, x)));
  }
  return graph.node("Sigmoid", [convolutionNodes(context, architecture.output, x)]);
}
