import type { Box, ClassContrast, ImageResult, LatentShift } from "@diaphane/model";
import type { ImageBytes, Picture } from "../images/picture.ts";
import type { LabModel } from "../state/lab-model.ts";

/** tfjs backends that the lab can run on, by tfjs's own names. */
export type EngineName = "webgpu" | "webgl" | "wasm";

/** Where a bundle's two files are fetched from; the weights' SHA-256 names the bundle on this device. */
export interface BundleAddress {
  readonly manifestUrl: string;
  readonly weightsUrl: string;
  readonly weightsSha256: string;
}

/** What the encoder makes of one image. */
export interface Encoding {
  /** The image as the model reads it: at its own size. */
  readonly input: Picture;
  /** `[latentDim]` */
  readonly mu: Float32Array;
  /** `[height, width, maps]`, each map sums to one. */
  readonly attention: Float32Array;
  readonly attentionHeight: number;
  readonly attentionWidth: number;
  /** What it outlines and finds there, at its own size. */
  readonly targets: ImageResult;
}

/** What went wrong, for the page to say in the reader's language; `values` fill its placeholders. */
export type EngineErrorCode = "unreachable" | "badManifest" | "wrongHash" | "engineFailed";

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly values: Readonly<Record<string, string>>;
  constructor(code: EngineErrorCode, values: Readonly<Record<string, string>>) {
    super(`${code}: ${JSON.stringify(values)}`);
    this.name = "EngineError";
    this.code = code;
    this.values = values;
  }
}

/** One call into the worker and what it answers, by name. */
export interface EngineCalls {
  open: { readonly input: { readonly address: BundleAddress; readonly engine: EngineName }; readonly output: LabModel };
  encode: { readonly input: { readonly image: ImageBytes }; readonly output: Encoding };
  /** What it outlines and finds in an image, beside what somebody said is there. */
  compare: {
    readonly input: {
      readonly image: ImageBytes;
      /** `[height, width]` */
      readonly mask: Uint8Array | null;
      readonly boxes: readonly Box[] | null;
    };
    readonly output: ImageResult;
  };
  /** `z` `[count, latentDim]` → `pixels` `[count, height, width, channels]`, 0…1. */
  decode: { readonly input: { readonly z: Float32Array; readonly count: number }; readonly output: Float32Array };
  /** An image that the model makes up itself: one draw from the training data's latent means and spreads. */
  draw: { readonly input: { readonly seed: number }; readonly output: ImageBytes };
  /** Grad-CAM `[side, side]` of an image as the model reads it. @see gradCam */
  gradCam: {
    readonly input: { readonly pixels: Float32Array; readonly contrast: ClassContrast };
    readonly output: Float32Array;
  };
  /** How much the class's probability falls with each of some patches covered `[count]`. */
  occlude: {
    readonly input: {
      readonly pixels: Float32Array;
      readonly classIndex: number;
      readonly patches: { readonly from: number; readonly count: number };
    };
    readonly output: Float32Array;
  };
  /** Along the gradient of a decision until it turns at `level` logits. */
  shift: {
    readonly input: { readonly z: Float32Array; readonly contrast: ClassContrast; readonly level: number };
    readonly output: LatentShift;
  };
  /** Probabilities `[count, classes]` of pictures `[count, side, side, channels]`, read like any other image. */
  read: { readonly input: { readonly pixels: Float32Array }; readonly output: Float64Array };
  /** Median milliseconds of one decode, warmed up, within the given budget. */
  time: { readonly input: { readonly budgetMilliseconds: number }; readonly output: number };
}

export type CallName = keyof EngineCalls;

export type EngineRequest = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly input: EngineCalls[Name]["input"] };
}[CallName];

export type EngineReply =
  | { readonly kind: "done"; readonly id: number; readonly output: unknown }
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly code: EngineErrorCode;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly kind: "progress"; readonly loadedBytes: number; readonly totalBytes: number };
