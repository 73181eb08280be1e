import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { startPretrainingInput } from "../schemas.ts";
import { createRun } from "./create-run.ts";

/**
 * Queues a run that learns several data sets of the group at once, for others to start from. `config` is kept as it comes, like that
 * of `startTraining`.
 *
 * @throws InvalidInputError `same-dataset` when two of the versions are of one data set: what one trains on the other scores
 */
export async function startPretraining(ctx: Context, input: unknown): Promise<{ id: string; modelId: string }> {
  const userId = requireUser(ctx.actor);
  const { group: slug, datasetVersionIds, ...wanted } = parseInput(startPretrainingInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId, slug, scope: "run:create" });
    const found = await tx.datasetVersion.findMany({
      where: { id: { in: datasetVersionIds }, dataset: { groupId: group.id, group: memberOf(userId) } },
      select: { id: true, contentHash: true, dataset: { select: { id: true, name: true } } },
    });
    const versions = datasetVersionIds.map((id) => {
      const version = found.find((candidate) => candidate.id === id);
      if (!version) throw new NotFoundError("dataset-version");
      return version;
    });
    const twice = versions.find(({ dataset }, index) =>
      versions.slice(0, index).some((earlier) => earlier.dataset.id === dataset.id),
    );
    if (twice) throw new InvalidInputError("same-dataset", { name: twice.dataset.name });
    const [datasetVersionId = ""] = datasetVersionIds;
    const run = await createRun(ctx.db, tx, { ...wanted, datasetVersionId, groupId: group.id, createdBy: userId });
    await tx.pretrainingSet.createMany({
      data: datasetVersionIds.map((id, position) => ({ runId: run.id, position, datasetVersionId: id })),
    });
    const event = { chain: group.id, action: "run.create", actorId: userId, subjectType: "run", subjectId: run.id };
    const { config, seed } = wanted;
    const dataHashes = versions.map(({ contentHash }) => contentHash);
    await appendAuditEvent(tx, { ...event, data: { datasetVersionIds, dataHashes, config, seed } });
    return run;
  });
}
