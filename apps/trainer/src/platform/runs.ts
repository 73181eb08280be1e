import { listRuns, openPlatform, prepareDatabase } from "@diaphane/core";
import { actingMember } from "./acting-member.ts";

export interface RunsOptions {
  group: string;
  limit: number;
  as?: string;
  json?: boolean;
}

/** Prints the runs of a group, newest first. @throws DomainError */
export async function printRuns({ group, limit, as, json }: RunsOptions): Promise<void> {
  const platform = await openPlatform();
  try {
    await prepareDatabase(platform.url);
    const ctx = await actingMember(platform, { group, email: as });
    const runs = (await listRuns(ctx, { group, limit })).map((run) => ({
      id: run.id,
      status: run.status,
      model: run.model.name,
      data: `${run.datasetVersion.dataset.name} ${run.datasetVersion.number}`,
      seed: run.seed,
      engine: run.engine,
      createdAt: run.createdAt.toISOString(),
      seconds: run.startedAt
        ? Math.round(((run.finishedAt ?? new Date()).getTime() - run.startedAt.getTime()) / 1000)
        : null,
      error: run.errorCode,
    }));
    if (json) console.log(JSON.stringify(runs));
    else if (runs.length === 0) console.log(`No runs in ${group} yet.`);
    else console.table(runs);
  } finally {
    await platform.close();
  }
}
