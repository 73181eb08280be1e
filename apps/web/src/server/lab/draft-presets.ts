import { type Context, listPresets } from "@diaphane/core";
import type { LabPreset } from "@/features/latent-lab/use-lab-preset.ts";

/** A group's finished presets of a version that nobody else sees yet, for its members' lab. */
export async function draftPresets(ctx: Context, of: { group: string; modelVersionId: string }): Promise<LabPreset[]> {
  const presets = await listPresets(ctx, of);
  const drafts = presets.filter(({ state, analysis }) => state === "DRAFT" && analysis.status === "SUCCEEDED");
  return drafts.map(({ id, slug, name, analysisId }) => ({
    ...{ slug, name, isReleased: false },
    ...{ address: `/api/reports/${analysisId}`, page: `/g/${of.group}/bias/presets/${id}` },
  }));
}
