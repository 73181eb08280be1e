/** Presets on plain numbers: for trainer, server and pages alike. */
export { applyPreset, checkPresetFor, foldPreset, presetHead } from "./apply.ts";
export { composePreset, type Suggestion } from "./compose-preset.ts";
export { type Cases, dividedCases, sizeOf } from "./composed-cases.ts";
export { type PresetEvidence, presetEvidence } from "./evidence.ts";
export { PresetRefused } from "./fit-cases.ts";
export { fitPreset } from "./fit-preset.ts";
export type { FitOptions, FitRequest } from "./fit-request.ts";
export { makePreset, type PresetInput } from "./make-preset.ts";
export {
  type FitCell,
  InvalidPreset,
  type Preset,
  type PresetMethod,
  parsePreset,
  preset,
  presetMethods,
} from "./preset.ts";
export { withPresetOn } from "./preset-on.ts";
export { type PresetSets, presetSets } from "./preset-sets.ts";
export { type AlphaPoint, type SelectionSet, suggestAlpha } from "./suggest-alpha.ts";
export { type SeenCases, visibleRemoval } from "./visible-removal.ts";
