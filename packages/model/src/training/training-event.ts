import type { Manifest } from "../bundle/manifest.ts";
import type { lossOrder } from "./loss-order.ts";

/**
 * Losses of one step, before their weights; reconstruction and KL are sums over pixels and latents, means over the batch. 0 for what the
 * objective has no term of.
 */
export type StepLosses = Record<(typeof lossOrder)[number], number>;

/** Figures of the averaged weights on the validation set; null where its labels cannot give them. */
export interface ValidationFigures {
  auc: number | null;
  accuracy: number | null;
  /** Cross-entropy in nats. */
  loss: number | null;
  psnr: number;
  /** Mean Dice over images and classes after the background; null without a segmentation head or known pixels. */
  dice: number | null;
  /** COCO's average precision at an IoU of .5; null without a detection head or boxes. */
  ap50: number | null;
}

export interface ReconstructionStrip {
  count: number;
  height: number;
  width: number;
  channels: number;
  /** `[count, height, width, channels]` each */
  originals: Uint8Array;
  reconstructions: Uint8Array;
}

/** What a run tells while it goes on. */
export type TrainingEvent =
  | {
      kind: "started";
      engine: string;
      /** Steps compiled by the engine into one call each, or run operation by operation; and why not compiled. */
      execution: "compiled" | "eager";
      executionReason?: string;
      parameterCount: number;
      stepsPerEpoch: number;
      epochs: number;
      /** 0 for a run from the beginning. */
      resumedFromStep: number;
    }
  | {
      kind: "step";
      step: number;
      epoch: number;
      losses: StepLosses;
      /** C(t) in nats. */
      capacity: number;
      /** In nats `[latentDim]` */
      klPerLatent: number[];
      learningRate: number;
      imagesPerSecond: number;
      secondsLeft: number;
    }
  | {
      kind: "epoch";
      step: number;
      epoch: number;
      validation: ValidationFigures;
      /** Of each of several sets. */
      sets?: ({ name: string } & ValidationFigures)[];
    }
  | ({ kind: "reconstructions"; step: number; epoch: number } & ReconstructionStrip)
  | { kind: "checkpoint"; step: number; bytes: Uint8Array }
  /** `keptEpoch`: the epoch with the best validation, whose average was kept; only with patience. */
  | { kind: "finished"; step: number; metrics: Manifest["metrics"]; keptEpoch?: number };
