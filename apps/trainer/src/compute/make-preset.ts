import { type AuditRequest, auditModel, type BiasReport } from "@diaphane/model/bias";
import { applyPreset, fitPreset, type Preset, type PresetMethod, presetHead } from "@diaphane/model/debias";
import type { Head } from "@diaphane/model/latent";

export interface PresetInput {
  /** Held-out images that it is fitted on, and none of them those of the evidence. */
  fit: Omit<AuditRequest, "head"> & { split: string };
  evidence: Omit<AuditRequest, "head">;
  options: { method: PresetMethod; alpha?: number; draws: number; seed: number };
}

export interface MadePreset {
  preset: Preset;
  evidence: { before: BiasReport; after: BiasReport };
}

/** Fits a preset, and audits the model on the evidence images without it and with it. @throws PresetRefused */
export function makePreset(head: Head, { fit, evidence, options }: PresetInput): MadePreset {
  const { draws, ...fitOptions } = options;
  const { subjects, dataHash, ...fitted } = fit;
  const known = { ...(subjects ? { subjects } : {}), ...(dataHash ? { dataHash } : {}) };
  const preset = fitPreset({ ...fitted, ...known, head }, fitOptions);
  const { modelHash } = preset;
  const auditOptions = { seed: options.seed, draws, permutations: draws, without: ["slices"] as const };
  const before = auditModel({ ...evidence, head }, auditOptions);
  const codes = applyPreset(preset, modelHash, evidence.codes);
  const after = auditModel({ ...evidence, codes, head: presetHead(preset, modelHash, head) }, auditOptions);
  return { preset, evidence: { before, after } };
}
