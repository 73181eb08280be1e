import type { Head } from "../latent/contributions.ts";
import type { DetectionImage } from "../metrics/index.ts";
import type { AttributeColumn } from "./attribute-column.ts";
import type { WholeSet } from "./slice-likeness.ts";

/** One model on one set of labelled cases with attributes, on plain arrays: from a LatentSet or straight from an encoder. */
export interface AuditRequest {
  /** SHA-256 of the model's weights. */
  modelHash: string;
  dataHash?: string | null;
  /** Hash of the preset that `codes` and `head` have been through. */
  presetHash?: string | null;
  classes: readonly string[];
  /** Which class says "no finding"; the first of two, unless given, null for none. */
  noFinding?: number | null;
  head: Head;
  /** mu `[n, latentDim]` */
  codes: Float32Array;
  /** `[n]`, −1 where there is no label */
  labels: Int32Array;
  /** `[n]` whose case it is; null for unnamed ones, who are subjects of their own */
  subjects?: readonly (string | null)[];
  attributes: readonly AttributeColumn[];
  /** All images of the set that the audited ones are of: slices then say which of these are alike. */
  whole?: WholeSet;
  /** Scores of each case's mask `[n]`, NaN where it has none. */
  segmentation?: { dice: Float64Array; hd95: Float64Array };
  /** Boxes of each case `[n]`, null where nobody looked. */
  detection?: { images: readonly (DetectionImage | null)[]; classCount: number };
}

export interface AuditOptions {
  seed: number;
  /** Bootstrap resamples, 1,000 unless given. */
  draws?: number;
  /** Of each gap, 1,000 unless given; 0: no tests. */
  permutations?: number;
  /** BCa unless there are more than 4,000 cases, where it is the same to the third digit and costs a pass a case. */
  intervals?: "percentile" | "bca";
  /** Cases of the kind that a metric is about (positives for the TPR) below which it is "not enough data"; 10. */
  fewestCases?: number;
  /** Cases of an intersection to be reported; 30. */
  fewestIntersection?: number;
  /** Probability of the second of two classes from which on it is called; .5 unless given. */
  threshold?: number;
  /** Parts left out where only group performance is wanted. */
  without?: readonly ("intersections" | "use" | "slices")[];
}
