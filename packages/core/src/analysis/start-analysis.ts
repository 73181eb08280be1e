import type { Transaction } from "@diaphane/db";
import type { z } from "zod";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { type AnalysisRequest, startAnalysisInput } from "../schemas.ts";
import { checkExternalData } from "./external-set.ts";
import { requestedAttributes } from "./requested-attributes.ts";

/**
 * Queues an analysis of a data set version under a model version of the same group. Codes that are there already are not
 * made again. Throws like `queueAnalysis`.
 */
export async function startAnalysis(ctx: Context, input: unknown): Promise<{ id: string; latentSetId: string }> {
  requireUser(ctx.actor);
  const wanted = parseInput(startAnalysisInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { groupId: _group, ...made } = await queueAnalysis(ctx, tx, wanted);
    return made;
  });
}

/** @throws InvalidInputError `no-such-attribute`, `no-such-value` for an analysis that the data cannot give, and like `checkExternalData` */
export async function queueAnalysis(
  ctx: Context,
  tx: Transaction,
  { modelVersionId, datasetVersionId: asked, request }: z.output<typeof startAnalysisInput>,
): Promise<{ id: string; latentSetId: string; groupId: string }> {
  const userId = requireUser(ctx.actor);
  const version = await findModelVersionOrThrow(tx, ctx.actor, modelVersionId);
  const { groupId } = version.model;
  await requireScope(tx, { userId, groupId, scope: "analysis:create", entity: "model-version" });
  const datasetVersionId = asked ?? version.datasetVersionId;
  const data = await tx.datasetVersion.findFirst({
    where: { id: datasetVersionId, dataset: { groupId } },
    select: { id: true, contentHash: true },
  });
  if (!data) throw new NotFoundError("dataset-version");
  await requireAttributes(tx, datasetVersionId, request);
  const external = await checkExternalData(tx, { groupId, datasetVersionId }, request);
  if (external) await getOrCreateLatentSet(tx, { modelVersionId, datasetVersionId: external });
  const latentSetId = await getOrCreateLatentSet(tx, { modelVersionId, datasetVersionId });
  const { kind, ...parameters } = request;
  const created = { latentSetId, kind, parameters, createdBy: userId };
  const { id } = await tx.analysis.create({ data: created, select: { id: true } });
  await enqueue(ctx.db, tx, { name: "analyse-latents", payload: { analysisId: id } });
  const event = { chain: groupId, action: "analysis.create", actorId: userId, subjectType: "analysis" };
  const { bundleHash } = version;
  const about = { modelVersionId, bundleHash, datasetVersionId, dataHash: data.contentHash, kind, parameters };
  await appendAuditEvent(tx, { ...event, subjectId: id, data: about });
  return { id, latentSetId, groupId };
}

async function getOrCreateLatentSet(tx: Transaction, of: { modelVersionId: string; datasetVersionId: string }) {
  const { id } = await tx.latentSet.upsert({
    where: { modelVersionId_datasetVersionId: of },
    create: of,
    update: {},
    select: { id: true },
  });
  return id;
}

async function requireAttributes(tx: Transaction, datasetVersionId: string, request: AnalysisRequest): Promise<void> {
  for (const name of requestedAttributes(request)) {
    if ((await tx.derivedAttribute.count({ where: { datasetVersionId, name, removedAt: null } })) > 0) continue;
    const attribute = await tx.attribute.findUnique({ where: { datasetVersionId_name: { datasetVersionId, name } } });
    if (!attribute) throw new InvalidInputError("no-such-attribute", { attribute: name });
    if (request.kind !== "DIRECTION" || name !== request.attribute || attribute.kind === "CONTINUOUS") continue;
    const { value } = request;
    const isKnown = value === undefined ? attribute.kind === "BINARY" : attribute.values.includes(value);
    if (!isKnown) throw new InvalidInputError("no-such-value", { attribute: name, value: value ?? "" });
  }
}
