import * as tf from "@tensorflow/tfjs-core";
import { placeOfGroup } from "../network/class-groups.ts";
import type { Network } from "./network.ts";

/**
 * A network of several sets as that of one of them: with its classes and its part of the class head. A set without labels has none.
 * It holds no tensors of its own; `dispose` is the whole network's.
 */
export function classGroupView(network: Network, set: string): Network {
  const { classGroups = [], ...config } = network.config;
  const all = config.classes.length;
  const { first, classes } = placeOfGroup(classGroups, set) ?? { first: 0, classes: [] };
  const isOwn = (column: number): boolean => column >= first && column < first + classes.length;
  /** Rows of all classes to rows of the set's own. */
  const ownColumns = (values: Float32Array): Float32Array => values.filter((_, place) => isOwn(place % all));
  return {
    ...network,
    config: { ...config, classes },
    head: {
      ...{ latentDim: config.latentDim, classCount: classes.length },
      ...{ weights: ownColumns(network.head.weights), bias: ownColumns(network.head.bias) },
    },
    async encode(images) {
      const encoding = await network.encode(images);
      return { ...encoding, logits: ownColumns(encoding.logits) };
    },
    encodeTensor: (images) =>
      tf.tidy(() => {
        const encoded = network.encodeTensor(images);
        return { ...encoded, logits: tf.slice(encoded.logits, [0, first], [-1, classes.length]) };
      }),
  };
}
