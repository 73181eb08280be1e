import type { Transaction } from "@diaphane/db";

/**
 * The ids of whoever made what an audit is about: its author, who trained the model, and who had report and preset made. None
 * of them decides on it.
 */
export async function makersOf(
  tx: Pick<Transaction, "modelVersion" | "analysis" | "preset">,
  audit: { authorId: string; modelVersionId: string; presetId: string | null; reportId: string },
): Promise<string[]> {
  const { run } = await tx.modelVersion.findUniqueOrThrow({
    where: { id: audit.modelVersionId },
    select: { run: { select: { createdBy: true } } },
  });
  const by = { createdBy: true } as const;
  const report = await tx.analysis.findUniqueOrThrow({ where: { id: audit.reportId }, select: by });
  const preset = audit.presetId
    ? await tx.preset.findUniqueOrThrow({ where: { id: audit.presetId }, select: { analysis: { select: by } } })
    : null;
  const makers = [audit.authorId, run?.createdBy, report.createdBy, preset?.analysis.createdBy];
  return [...new Set(makers.filter((id) => id !== undefined))];
}
