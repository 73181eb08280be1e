import type * as tf from "@tensorflow/tfjs-core";
import type { ObjectiveInput, SharedLosses } from "./objective-input.ts";
import type { ObjectiveTerm } from "./objective-term.ts";

export type TermKind = ObjectiveTerm["kind"];
export type TermSettings<K extends TermKind> = Extract<ObjectiveTerm, { kind: K }>;

/**
 * One kind of term. The total is the sum of `weight · value` over the terms of an objective. Its settings are plain data, parsed by
 * `objectiveTerm`, which lives apart from these so that pages can read a configuration without loading an engine.
 */
export interface Term<K extends TermKind> {
  kind: K;
  weight(settings: TermSettings<K>): number;
  /** In nats, but for alignment; a pure function with fixed shapes and no host reads, as is all of a training step. */
  value(settings: TermSettings<K>, input: ObjectiveInput, shared: SharedLosses): tf.Scalar;
}
