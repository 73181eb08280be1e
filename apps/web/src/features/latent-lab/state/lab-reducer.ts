import {
  type DifferenceView,
  type ImageSource,
  type LabState,
  type LatentOrder,
  type Offsets,
  withOffset,
} from "./lab-state.ts";

export type LabAction =
  | { readonly type: "imagePicked"; readonly source: ImageSource }
  | { readonly type: "latentMoved"; readonly latent: number; readonly offset: number }
  | { readonly type: "allMoved"; readonly offsets: Offsets }
  | { readonly type: "classPicked"; readonly classIndex: number }
  | { readonly type: "attentionToggled" }
  | { readonly type: "differencePicked"; readonly difference: DifferenceView }
  | { readonly type: "orderPicked"; readonly order: LatentOrder }
  | { readonly type: "presetSet"; readonly preset: LabState["preset"] };

export function labReducer(state: LabState, action: LabAction): LabState {
  switch (action.type) {
    case "imagePicked":
      // Offsets count from the image's own code, so they mean nothing for another image.
      return { ...state, source: action.source, offsets: new Map() };
    case "latentMoved":
      return { ...state, offsets: withOffset(state.offsets, action.latent, action.offset) };
    case "allMoved":
      return { ...state, offsets: action.offsets };
    case "classPicked":
      return { ...state, classIndex: action.classIndex };
    case "attentionToggled":
      return { ...state, attention: !state.attention };
    case "differencePicked":
      return { ...state, difference: action.difference };
    case "orderPicked":
      return { ...state, order: action.order };
    case "presetSet":
      return { ...state, preset: action.preset };
  }
}
