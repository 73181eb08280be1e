import { getPublicAudit, NotFoundError, openPublicReport, type StoreContext } from "@diaphane/core";
import { type BiasReport, biasReport } from "@diaphane/model/bias";
import { trainingConfig } from "@diaphane/model/config";
import type { CardAudit, CardFacts, WorstGroup } from "@/features/gallery/card/card-facts.ts";
import type { ReleasedModel } from "@/features/gallery/released-model.ts";
import { readMetrics } from "@/features/models/read-metrics.ts";

/** What is known of a released model's newest version. @throws NotFoundError when every version was retired */
export async function readCardFacts(ctx: StoreContext, model: ReleasedModel): Promise<CardFacts> {
  const [version] = model.versions;
  if (!version) throw new NotFoundError("model-version");
  return {
    ...{ model, version },
    config: trainingConfig.safeParse(version.config).data ?? null,
    metrics: readMetrics(version.metrics),
    audit: version.auditId === null ? null : await readAudit(ctx, version.auditId),
  };
}

async function readAudit(ctx: StoreContext, auditId: string): Promise<CardAudit> {
  const [{ revision, review }, report] = await Promise.all([
    getPublicAudit(ctx, { auditId }),
    readReport(ctx, auditId),
  ]);
  const { reviewerName, reasons, signedAt } = review;
  return {
    ...{ id: auditId, note: revision.note, reviewerName, reasons, signedAt },
    attributes: report?.performance.map(({ attributes }) => attributes.join(" × ")) ?? [],
    worstGroup: report ? worstGroupOf(report) : null,
  };
}

/** The approved report; null where it has a form that this page does not know. */
async function readReport(ctx: StoreContext, auditId: string): Promise<BiasReport | null> {
  const { chunks } = await openPublicReport(ctx, { auditId });
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return biasReport.safeParse(JSON.parse(Buffer.concat(parts).toString("utf8"))).data ?? null;
}

/** Of all groupings by one attribute, the cell with the lowest accuracy. */
function worstGroupOf({ performance }: BiasReport): WorstGroup | null {
  const worst = performance
    .flatMap(({ attributes, worstCell }) => (worstCell ? [{ attributes, ...worstCell }] : []))
    .sort((a, b) => a.accuracy.value - b.accuracy.value)[0];
  if (!worst) return null;
  const { attributes, label, n, accuracy } = worst;
  const group = attributes.map((name, index) => `${name} = ${worst.group[index] ?? "–"}`).join(", ");
  return { label, group, n, accuracy };
}
