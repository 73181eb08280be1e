/** Where the picture in the lab comes from. An own file never leaves the device, so no link can name it. */
export type ImageSource =
  | { readonly kind: "sample"; readonly index: number }
  | { readonly kind: "drawn"; readonly seed: number }
  | { readonly kind: "own"; readonly name: string };

/** `change`: what the sliders did to the reconstruction. `loss`: what the model left out of the original. */
export type DifferenceView = "change" | "loss";

/** `effect`: by the size of the contribution to this prediction. `influence`: by effect of one s.d. `number`: as stored. */
export type LatentOrder = "effect" | "influence" | "number";

/** Slider offsets by latent, in s.d. of the training data, counted from the image's own code. Zeros are left out. */
export type Offsets = ReadonlyMap<number, number>;

/** Everything that a link restores. */
export interface LabState {
  readonly source: ImageSource | null;
  /** Null: the class the model finds most likely. */
  readonly classIndex: number | null;
  readonly offsets: Offsets;
  readonly attention: boolean;
  readonly difference: DifferenceView;
  readonly order: LatentOrder;
  /** A preset that is on, by its slug, and how strongly, 0…1; null: none is. */
  readonly preset: { readonly slug: string; readonly alpha: number } | null;
}

export const initialLabState: LabState = {
  source: null,
  classIndex: null,
  offsets: new Map(),
  attention: false,
  difference: "change",
  order: "effect",
  preset: null,
};

/** Offsets are kept to hundredths of a s.d., so that what a link restores is what was seen. */
export function roundOffset(offset: number): number {
  return Math.round(offset * 100) / 100 + 0;
}

/** A copy of `offsets` with one latent moved; an offset that rounds to 0 is taken out. */
export function withOffset(offsets: Offsets, latent: number, offset: number): Offsets {
  const next = new Map(offsets);
  const rounded = roundOffset(offset);
  if (rounded === 0) next.delete(latent);
  else next.set(latent, rounded);
  return next;
}
