import type { Transaction } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { type LabelValue, labelValue, listSharedLabelsInput } from "../schemas.ts";
import { findTaskOrThrow } from "../task/find-task.ts";

/** Most images that are given at once: agreement is known to three figures long before. */
const mostImages = 5000;

/**
 * What several people have finished of the same images of a task, `[images][labels]` in the order of the images: what agreement is
 * computed from. The newest revision of each person counts, and the newest decision where there is one.
 */
export async function listSharedLabels(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { taskId } = parseInput(listSharedLabelsInput, input);
  await findTaskOrThrow(ctx.db, { userId, taskId, scope: "label:read" });
  const rows = await ctx.db.$queryRaw<{ sampleIndex: number; annotatorId: string; value: unknown }[]>`
    WITH done AS (
      SELECT id, sample_index, annotator_id FROM assignments WHERE task_id = ${taskId} AND done_at IS NOT NULL
    ), shared AS (
      SELECT sample_index FROM done GROUP BY sample_index HAVING count(*) > 1 ORDER BY sample_index LIMIT ${mostImages}
    )
    SELECT done.sample_index AS "sampleIndex", done.annotator_id AS "annotatorId", newest.value
    FROM done JOIN shared USING (sample_index) CROSS JOIN LATERAL (
      SELECT value FROM labels WHERE assignment_id = done.id ORDER BY sequence DESC LIMIT 1
    ) newest
    ORDER BY done.sample_index, done.annotator_id`;
  const annotators = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ annotatorId }) => annotatorId))] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const consensusOf = await readConsensus(ctx.db, taskId);
  const images = new Map<number, SharedImage>();
  for (const { sampleIndex, annotatorId, value } of rows) {
    const image = images.get(sampleIndex) ?? { sampleIndex, labels: [], consensus: consensusOf(sampleIndex) };
    image.labels.push({ annotatorId, value: labelValue.parse(value) });
    images.set(sampleIndex, image);
  }
  return { annotators, images: [...images.values()] };
}

interface Decided {
  sequence: number;
  value: LabelValue;
  deciderName: string;
  createdAt: Date;
}

interface SharedImage {
  sampleIndex: number;
  labels: { annotatorId: string; value: LabelValue }[];
  consensus: Decided | null;
}

/** The newest decision on each image of a task. */
async function readConsensus(tx: Pick<Transaction, "consensus">, taskId: string) {
  const rows = await tx.consensus.findMany({
    where: { taskId },
    include: { decider: { select: { name: true } } },
    distinct: ["sampleIndex"],
    orderBy: [{ sampleIndex: "asc" }, { sequence: "desc" }],
  });
  const decided = new Map(
    rows.map(({ sampleIndex, sequence, value, decider, createdAt }): [number, Decided] => {
      return [sampleIndex, { sequence, value: labelValue.parse(value), deciderName: decider.name, createdAt }];
    }),
  );
  return (sampleIndex: number) => decided.get(sampleIndex) ?? null;
}
