import type { Architecture } from "../network/architecture.ts";
import { detectionStride } from "../network/detection-head.ts";
import type { DenseLayer } from "../network/layer.ts";
import { decoderNodes } from "./decoder-nodes.ts";
import { detectionNodes, segmentationNodes } from "./dense-head-nodes.ts";
import { featureNodes, latentNodes, type NamedMaps } from "./encoder-nodes.ts";
import { denseNodes, type NodeContext } from "./layer-nodes.ts";
import type { OnnxPart } from "./parts.ts";

/** Builds the graph of a part: from its input to its outputs. The part is one that the network has, see `onnxPartsOf`. */
export function partNodes(context: NodeContext, architecture: Architecture, part: OnnxPart): void {
  const { graph } = context;
  const { inputSize, channels, latentDim } = architecture.config;
  if (part === "decoder") {
    const z = graph.input({
      name: "latents",
      dims: [latentDim],
      description: "mu of the encoder, or moved from there",
    });
    const description = "pixels in 0 … 1, channels before rows";
    graph.output(decoderNodes(context, architecture, z), {
      ...{ name: "image", dims: [channels, inputSize, inputSize], description },
    });
    return;
  }
  const image = graph.input({
    name: "image",
    dims: [channels, inputSize, inputSize],
    description: `pixels in 0 … 1 (bytes / 255), channels before rows, fitted to ${inputSize} × ${inputSize}`,
  });
  const maps = featureNodes(context, architecture, image);
  if (part === "segmentation") addSegmentation(context, architecture, segmentationNodes(context, architecture, maps));
  else if (part === "detection") addDetection(context, architecture, detectionNodes(context, architecture, maps));
  else if (part === "classifier") addClassifier(context, architecture, latentNodes(context, architecture, maps).mu);
  else addEncoder(context, architecture, maps);
}

function addEncoder(context: NodeContext, architecture: Architecture, maps: NamedMaps): void {
  const { graph } = context;
  const { latentDim, attentionMaps } = architecture.config;
  const { mu, logVar, attention } = latentNodes(context, architecture, maps);
  graph.output(mu, { name: "mu", dims: [latentDim], description: "mean of each latent" });
  graph.output(logVar, { name: "log_var", dims: [latentDim], description: "logarithm of each latent's variance" });
  const dims = [attentionMaps, architecture.mapSide, architecture.mapSide];
  graph.output(attention, { name: "attention", dims, description: "where each map looks; sums to one" });
}

function addClassifier(context: NodeContext, { head, config }: Architecture, mu: string): void {
  const { graph } = context;
  const { classes, classGroups = [] } = config;
  const logits = denseNodes(context, needed<DenseLayer>(head), mu);
  graph.output(logits, { name: "logits", dims: [classes.length], description: `of ${classes.join(", ")}` });
  const sizes = classGroups.map((group) => group.classes.length).filter((size) => size > 0);
  const softmax = (x: string): string => graph.node("Softmax", [x], { axis: 1 });
  const bySet =
    sizes.length > 1 ? graph.nodeOf(sizes.length, "Split", [logits, graph.integers(sizes)], { axis: 1 }) : [];
  graph.output(bySet.length > 0 ? graph.node("Concat", bySet.map(softmax), { axis: 1 }) : softmax(logits), {
    name: "probabilities",
    dims: [classes.length],
    description: bySet.length > 0 ? "softmax of the logits of each set" : "softmax of the logits, not calibrated",
  });
}

function addSegmentation({ graph }: NodeContext, { config }: Architecture, logits: string | null): void {
  const { maskClasses, inputSize } = config;
  const description = `logits of ${maskClasses.join(", ")}; the largest is the class of a pixel`;
  graph.output(needed(logits), { name: "mask_logits", dims: [maskClasses.length, inputSize, inputSize], description });
}

function addDetection({ graph }: NodeContext, { config }: Architecture, maps: ReturnType<typeof detectionNodes>): void {
  const { heat, size, offset } = needed(maps);
  const side = config.inputSize / detectionStride;
  const { boxClasses } = config;
  graph.output(heat, {
    ...{ name: "heat", dims: [boxClasses.length, side, side] },
    description: `probability of a centre of ${boxClasses.join(", ")}; a box is where no neighbour of the 3 × 3 around is higher`,
  });
  graph.output(size, {
    ...{ name: "size", dims: [2, side, side] },
    description: `logarithm of width and height over ${detectionStride}`,
  });
  graph.output(offset, {
    ...{ name: "offset", dims: [2, side, side] },
    description: "from the place's corner to the centre, right and down, in places",
  });
}

function needed<T>(value: T | null): T {
  if (value === null) throw new Error("This network has no such head.");
  return value;
}
