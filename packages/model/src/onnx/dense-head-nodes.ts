import type { Architecture } from "../network/architecture.ts";
import { detectionStride } from "../network/detection-head.ts";
import type { NamedMaps } from "./encoder-nodes.ts";
import { convolutionNodes, type NodeContext, upsampleNodes } from "./layer-nodes.ts";

/** The maps after each unit of `runMerge`, by their side. */
function mergeNodes(context: NodeContext, { merge }: Architecture, { last, bySide }: NamedMaps): Map<number, string> {
  const { graph } = context;
  const merged = new Map<number, string>();
  let x = last.name;
  for (const unit of merge) {
    const skip = bySide.get(unit.side);
    if (skip === undefined) throw new Error(`The encoder has no map of ${unit.side} px for the merge.`);
    const larger = upsampleNodes(graph, convolutionNodes(context, unit.up, x));
    const met = graph.node("Relu", [graph.node("Add", [larger, convolutionNodes(context, unit.skip, skip.name)])]);
    x = convolutionNodes(context, unit.pointwise, convolutionNodes(context, unit.depthwise, met));
    merged.set(unit.side, x);
  }
  return merged;
}

/** Logits of the classes of each pixel `[n, maskClasses, inputSize, inputSize]`; null without the head. */
export function segmentationNodes(context: NodeContext, architecture: Architecture, maps: NamedMaps): string | null {
  const finest = mergeNodes(context, architecture, maps).get(architecture.config.inputSize);
  const { segmentation } = architecture;
  return segmentation && finest !== undefined ? convolutionNodes(context, segmentation, finest) : null;
}

/** The maps of `DetectionMaps` `[n, …, side, side]`, the heat after its sigmoid; null without the head. */
export function detectionNodes(context: NodeContext, architecture: Architecture, maps: NamedMaps) {
  const { detection, config } = architecture;
  const merged = mergeNodes(context, architecture, maps).get(config.inputSize / detectionStride);
  if (detection === null || merged === undefined) return null;
  const depthwise = convolutionNodes(context, detection.depthwise, merged);
  const x = convolutionNodes(context, detection.pointwise, depthwise);
  return {
    heat: context.graph.node("Sigmoid", [convolutionNodes(context, detection.heat, x)]),
    size: convolutionNodes(context, detection.size, x),
    offset: convolutionNodes(context, detection.offset, x),
  };
}
