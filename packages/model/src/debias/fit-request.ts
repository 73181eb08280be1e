import type { AttributeColumn } from "../bias/attribute-column.ts";
import type { Head } from "../latent/contributions.ts";
import type { PresetMethod } from "./preset.ts";

/** Held-out cases (never training ones, whose latents fit too well) that a preset is fitted on. */
export interface FitRequest {
  /** SHA-256 of the model's weights. */
  modelHash: string;
  dataHash?: string | null;
  /** Name of the split or set, as pages show it. */
  split: string;
  classes: readonly string[];
  head: Head;
  /** mu `[n, latentDim]` */
  codes: Float32Array;
  /** `[n]`, −1 where there is no label: such cases are left out, as are those with a missing attribute */
  labels: Int32Array;
  subjects?: readonly (string | null)[];
  /** What to take out; several are fitted jointly. */
  attributes: readonly AttributeColumn[];
}

export interface FitOptions {
  /** Cell-balanced LEACE unless given. */
  method?: PresetMethod;
  /** 1 unless given. */
  rank?: 1 | 2;
  /** Of the covariance towards a multiple of the identity; estimated from the cases (Ledoit & Wolf 2004) unless given. */
  shrinkage?: number;
  /** 1 unless given. */
  alpha?: number;
  seed: number;
}
