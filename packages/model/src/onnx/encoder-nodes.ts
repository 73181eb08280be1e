import type { Architecture, ShuffleUnit } from "../network/architecture.ts";
import { logVarBound } from "../network/encode.ts";
import { convolutionNodes, denseNodes, type NodeContext, reshapeNodes } from "./layer-nodes.ts";

/** A map of the encoder: its name, and its channels. */
export interface NamedMap {
  name: string;
  channels: number;
}

export interface NamedMaps {
  last: NamedMap;
  /** The deepest map of each side, the image's included. */
  bySide: ReadonlyMap<number, NamedMap>;
}

/** What `featureMaps` computes. @param images `[n, channels, inputSize, inputSize]` in 0…1 */
export function featureNodes(context: NodeContext, architecture: Architecture, images: string): NamedMaps {
  const { graph } = context;
  const { inputSize, channels } = architecture.config;
  const two = graph.tensor("two", [], Float32Array.of(2));
  const one = graph.tensor("one", [], Float32Array.of(1));
  let last: NamedMap = { name: graph.node("Sub", [graph.node("Mul", [images, two]), one]), channels };
  let side: number = inputSize;
  const bySide = new Map([[side, last]]);
  const pass = (next: NamedMap, nextSide: number): void => {
    [last, side] = [next, nextSide];
    bySide.set(side, last);
  };
  for (const layer of architecture.stem) {
    pass({ name: convolutionNodes(context, layer, last.name), channels: layer.to }, layer.size);
  }
  for (const unit of architecture.units) pass(unitNodes(context, unit, last, side), unit.main.at(-1)?.size ?? side);
  return { last, bySide };
}

/** What `encodeMaps` computes, but for the logits. */
export function latentNodes(
  context: NodeContext,
  { attention, mapSide, config, mu, logVar }: Architecture,
  { last: { name: last, channels } }: NamedMaps,
) {
  const { graph } = context;
  const places = mapSide * mapSide;
  const maps = config.attentionMaps;
  const scores = reshapeNodes(graph, convolutionNodes(context, attention, last), [maps, places]);
  const weights = graph.node("Softmax", [scores], { axis: 2 });
  const features = graph.node("Transpose", [reshapeNodes(graph, last, [channels, places])], { perm: [0, 2, 1] });
  const pooled = reshapeNodes(graph, graph.node("MatMul", [weights, features]), [maps * channels]);
  const bounds = [-logVarBound, logVarBound].map((bound) => graph.tensor(`bound_${bound}`, [], Float32Array.of(bound)));
  return {
    mu: denseNodes(context, mu, pooled),
    logVar: graph.node("Clip", [denseNodes(context, logVar, pooled), ...bounds]),
    attention: reshapeNodes(graph, weights, [maps, mapSide, mapSide]),
  };
}

function unitNodes(context: NodeContext, unit: ShuffleUnit, x: NamedMap, side: number): NamedMap {
  const { graph } = context;
  const run = (layers: ShuffleUnit["main"], from: string): string =>
    layers.reduce((y, layer) => convolutionNodes(context, layer, y), from);
  const worked = unit.main.at(-1);
  const halves =
    unit.shortcut.length > 0
      ? [run(unit.shortcut, x.name), run(unit.main, x.name)]
      : withSecondRun(graph.nodeOf(2, "Split", [x.name], { axis: 1 }), (half) => run(unit.main, half));
  const channels = 2 * (worked?.to ?? 0);
  const outSide = worked?.size ?? side;
  const joined = graph.node("Concat", halves, { axis: 1 });
  // Interleaves the two halves of the channels.
  const groups = reshapeNodes(graph, joined, [2, channels / 2, outSide, outSide]);
  const mixed = graph.node("Transpose", [groups], { perm: [0, 2, 1, 3, 4] });
  return { name: reshapeNodes(graph, mixed, [channels, outSide, outSide]), channels };
}

function withSecondRun([passed = "", worked = ""]: string[], run: (half: string) => string): string[] {
  return [passed, run(worked)];
}
