import { z } from "zod";
import { auditModel } from "../bias/audit-model.ts";
import type { AuditOptions, AuditRequest } from "../bias/audit-request.ts";
import { biasReport } from "../bias/bias-report.ts";
import { applyPreset, presetHead } from "./apply.ts";
import { aurocLoss } from "./auroc-loss.ts";
import { type Preset, preset as presetSchema } from "./preset.ts";

const comparison = z.strictObject({
  /** The name of the set, as pages show it. */
  set: z.string(),
  before: biasReport,
  /** The same on the same cases with the preset on; its probes are trained anew, on these cases. */
  after: biasReport,
  /** AUROC before less AUROC after, of the same draws; null where a class is all but absent, left out in evidence of before it was measured. */
  aurocLoss: z
    .strictObject({ value: z.number(), interval: z.tuple([z.number(), z.number()]) })
    .nullable()
    .optional(),
});

export const evidence = z.strictObject({
  format: z.literal("diaphane-evidence"),
  schemaVersion: z.literal(1),
  preset: presetSchema,
  /** Cases that the preset was not fitted on. */
  held: comparison,
  /** On data from elsewhere; null where none was chosen. */
  external: comparison.nullable(),
});
export type Evidence = z.infer<typeof evidence>;

export interface EvidenceSet {
  set: string;
  /** Of the model without the preset. */
  request: AuditRequest;
}

/**
 * What a preset does on cases that it was not fitted on: the whole bias report before and after.
 * @throws InvalidPreset when the preset was made for another model
 */
export function makeEvidence(
  preset: Preset,
  presetHash: string,
  held: EvidenceSet,
  external: EvidenceSet | null,
  options: AuditOptions,
): Evidence {
  const compare = ({ set, request }: EvidenceSet) => {
    const changed = withPresetOn(request, preset, presetHash);
    const [before, after] = [auditModel(request, options), auditModel(changed, options)];
    return { set, before, after, aurocLoss: aurocLoss(request, changed, options) };
  };
  return evidence.parse({
    ...{ format: "diaphane-evidence", schemaVersion: 1, preset, held: compare(held) },
    external: external ? compare(external) : null,
  });
}

/** The cases as they are with a preset on. */
export function withPresetOn(request: AuditRequest, preset: Preset, presetHash: string): AuditRequest {
  const { modelHash, codes, head } = request;
  return {
    ...request,
    presetHash,
    codes: applyPreset(preset, modelHash, codes),
    head: presetHead(preset, modelHash, head),
  };
}
