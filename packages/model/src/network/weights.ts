import * as tf from "@tensorflow/tfjs-core";
import { type ParameterSpec, sizeOf } from "./parameter-spec.ts";

/** Named tensors of a network. Reading a name that is not there is an error that names it. */
export interface Weights {
  get<R extends tf.Rank>(name: string): tf.Tensor<R>;
}

/** The tensors of a flat vector under their names. @param flat `[P]`, laid out as `specs` */
export function splitFlat(flat: tf.Tensor1D, specs: ParameterSpec[]): tf.Tensor1D[] {
  return tf.split(flat, specs.map(sizeOf));
}

/** Gives flat pieces their names and shapes. Runs inside the gradient, so the pieces may be what is differentiated by. */
export function nameWeights(pieces: tf.Tensor[], specs: ParameterSpec[]): Weights {
  const tensors = new Map(
    specs.map((spec, index) => {
      const piece = pieces[index];
      if (piece === undefined) throw new Error(`No tensor for parameter ${spec.name} (${pieces.length} given).`);
      return [spec.name, spec.shape.length === 1 ? piece : tf.reshape(piece, spec.shape)];
    }),
  );
  return weightsOf(tensors);
}

export function weightsOf(tensors: ReadonlyMap<string, tf.Tensor>): Weights {
  return {
    get<R extends tf.Rank>(name: string): tf.Tensor<R> {
      const tensor = tensors.get(name);
      if (tensor === undefined) throw new Error(`The network has no parameter named ${name}.`);
      return tensor as tf.Tensor<R>;
    },
  };
}
