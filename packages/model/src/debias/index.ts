/** Presets on plain numbers: for trainer, server and pages alike. */
export { applyPreset, checkPresetFor, foldPreset, presetHead } from "./apply.ts";
export { aurocLoss } from "./auroc-loss.ts";
export { type Evidence, type EvidenceSet, evidence, makeEvidence, withPresetOn } from "./evidence.ts";
export { PresetRefused } from "./fit-cases.ts";
export { fitPreset } from "./fit-preset.ts";
export type { FitOptions, FitRequest } from "./fit-request.ts";
export {
  type FitCell,
  InvalidPreset,
  type Preset,
  type PresetMethod,
  parsePreset,
  preset,
  presetMethods,
} from "./preset.ts";
export { type AlphaPoint, type SelectionSet, suggestAlpha } from "./suggest-alpha.ts";
