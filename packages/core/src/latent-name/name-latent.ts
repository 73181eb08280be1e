import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { nameLatentInput } from "../schemas.ts";

/** Names a latent of a model version and says what it means; an empty name takes both away. */
export async function nameLatent(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { modelVersionId, latent, name, meaning } = parseInput(nameLatentInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { model } = await findModelVersionOrThrow(tx, ctx.actor, modelVersionId);
    const { groupId } = model;
    await requireScope(tx, { userId, groupId, scope: "latent:name", entity: "model-version" });
    if (name === "") await tx.latentName.deleteMany({ where: { modelVersionId, latent } });
    else {
      const named = { name, meaning, namedBy: userId };
      await tx.latentName.upsert({
        where: { modelVersionId_latent: { modelVersionId, latent } },
        create: { modelVersionId, latent, ...named },
        update: named,
      });
    }
    const event = { chain: groupId, action: "latent.name", actorId: userId, subjectType: "model-version" };
    await appendAuditEvent(tx, { ...event, subjectId: modelVersionId, data: { latent, name, meaning } });
  });
}
