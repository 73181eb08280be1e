import type { AuditRequest } from "../bias/audit-request.ts";
import { applyPreset, presetHead } from "./apply.ts";
import type { Preset } from "./preset.ts";

/** The cases as they are with a preset on. @throws InvalidPreset when the preset was made for another model */
export function withPresetOn(request: AuditRequest, preset: Preset, presetHash: string | null): AuditRequest {
  const { modelHash, codes, head } = request;
  return {
    ...request,
    presetHash,
    codes: applyPreset(preset, modelHash, codes),
    head: presetHead(preset, modelHash, head),
  };
}
