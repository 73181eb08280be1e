import type { Transaction } from "@diaphane/db";

export interface TaskProgress {
  images: number;
  /** Images that as many people have labelled as are to. */
  finishedImages: number;
  /** Labels that are to be made in all. */
  wantedLabels: number;
  /** Labels that are finished, by everybody. */
  labels: number;
  /** The same, by whoever asks. */
  mine: number;
}

/** How far each of some tasks is. */
export async function readTaskProgress(
  tx: Pick<Transaction, "$queryRaw">,
  { taskIds, userId }: { taskIds: readonly string[]; userId: string },
): Promise<(taskId: string) => TaskProgress> {
  const rows = await tx.$queryRaw<({ taskId: string } & TaskProgress)[]>`
    SELECT i.task_id AS "taskId", i.images, i.finished AS "finishedImages", i.wanted AS "wantedLabels",
      coalesce(a.labels, 0)::int AS labels, coalesce(a.mine, 0)::int AS mine
    FROM (
      SELECT task_id, count(*)::int AS images, count(*) FILTER (WHERE NOT is_open)::int AS finished, sum(wanted)::int AS wanted
      FROM task_images WHERE task_id = ANY (${taskIds}) GROUP BY task_id
    ) i LEFT JOIN (
      SELECT task_id, count(*) AS labels, count(*) FILTER (WHERE annotator_id = ${userId}) AS mine
      FROM assignments WHERE task_id = ANY (${taskIds}) AND done_at IS NOT NULL GROUP BY task_id
    ) a USING (task_id)`;
  const byTask = new Map(rows.map(({ taskId, ...progress }) => [taskId, progress]));
  return (taskId) => byTask.get(taskId) ?? { images: 0, finishedImages: 0, wantedLabels: 0, labels: 0, mine: 0 };
}
