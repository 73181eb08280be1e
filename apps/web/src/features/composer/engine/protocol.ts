import type { AttributeUse, Grouping, GroupMetrics } from "@diaphane/model/bias";
import type { FitCell, Preset, PresetMethod, Suggestion } from "@diaphane/model/debias";
import type { Head } from "@diaphane/model/latent";
import type { ComposingCases } from "../cases/composing-cases.ts";

/** What is to be taken out, and how. */
export interface Recipe {
  readonly attributes: readonly string[];
  readonly method: PresetMethod;
  readonly rank: 1 | 2;
}

/** An image of the selection set, to be drawn before and after. */
export interface ShownImage {
  /** Its place in the data set version. */
  readonly index: number;
  readonly label: string;
  /** Of each attribute taken out; null where it is missing. */
  readonly values: readonly (string | null)[];
  /** mu `[latentDim]` */
  readonly code: Float32Array;
  /** `[latentDim]`: added whole, it is drawn as if each attribute had its first value. */
  readonly removal: Float32Array;
}

export interface SetSize {
  readonly count: number;
  readonly subjects: number;
}

/** A preset that was fitted, and what is known before its strength is set. */
export interface Fitted {
  readonly kind: "fitted";
  readonly preset: Preset;
  readonly suggestion: Suggestion;
  /** On fit and selection set together: how much the decision uses each attribute. */
  readonly reliance: readonly Pick<AttributeUse, "attribute" | "reliance" | "isReliedOn">[];
  readonly sets: { readonly fit: SetSize; readonly selection: SetSize };
  readonly shown: readonly ShownImage[];
}

/** The fit set lacks images of some cells; none where it is refused for another reason. */
export interface Refused {
  readonly kind: "refused";
  readonly cells: readonly FitCell[];
  readonly fewest: number;
  readonly message: string;
}

/** The selection set in numbers. */
export interface Figures {
  readonly n: number;
  readonly overall: GroupMetrics;
  readonly performance: readonly Grouping[];
}

/** At one strength, against none. */
export interface Measured {
  readonly alpha: number;
  /** Resamples that the intervals are from. */
  readonly draws: number;
  readonly before: Figures;
  readonly after: Figures;
}

/** One call into the worker and what it answers, by name. */
export interface ComposerCalls {
  open: { readonly input: { readonly cases: ComposingCases; readonly head: Head }; readonly output: null };
  fit: { readonly input: Recipe; readonly output: Fitted | Refused };
  /** Of the preset that was fitted last. */
  measure: { readonly input: { readonly alpha: number; readonly draws: number }; readonly output: Measured };
}

export type ComposerCallName = keyof ComposerCalls;

export type ComposerRequest = {
  [Name in ComposerCallName]: {
    readonly id: number;
    readonly call: Name;
    readonly input: ComposerCalls[Name]["input"];
  };
}[ComposerCallName];

export type ComposerReply =
  | { readonly kind: "done"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
