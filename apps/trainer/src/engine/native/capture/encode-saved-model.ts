import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import type { GraphNode } from "./graph-node.ts";

export const savedModelTag = "serve";

/** The GraphDef version of TensorFlow 2.16; newer ones read it too. */
const producer = 1395;

let message: protobuf.Type | undefined;

/** A SavedModel of one graph, without variables' values and signatures: the binding goes by names of nodes. */
export function encodeSavedModel(nodes: GraphNode[]): Uint8Array {
  message ??= protobuf
    .loadSync(fileURLToPath(new URL("saved-model.proto", import.meta.url)))
    .lookupType("tensorflow.SavedModel");
  const graphDef = { node: nodes, versions: { producer, minConsumer: 12 } };
  const metaGraphs = [{ metaInfoDef: { tags: [savedModelTag] }, graphDef }];
  return message.encode(message.create({ savedModelSchemaVersion: 1, metaGraphs })).finish();
}
