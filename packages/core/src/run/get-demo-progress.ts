import type { JobStatus } from "@diaphane/db";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { runEvent } from "../schemas.ts";

/** How far the demonstration's training is: nothing of it is private, the data are synthetic. */
export interface DemoProgress {
  status: JobStatus;
  modelName: string;
  /** Null until the run has started. */
  epochs: number | null;
  /** The epoch that is being trained, from 1; null before the first step. */
  epoch: number | null;
  secondsLeft: number | null;
}

/**
 * The demonstration's run that is under way, else its newest, for everybody; null where there is none (no demo, or its data
 * are still being made).
 */
export async function getDemoProgress(ctx: Context): Promise<DemoProgress | null> {
  const select = { id: true, status: true, model: { select: { name: true } } } as const;
  // Workers take the oldest first.
  const underWay = await ctx.db.trainingRun.findFirst({
    where: { isDemo: true, status: { in: ["RUNNING", "QUEUED"] } },
    orderBy: { createdAt: "asc" },
    select,
  });
  const newest = { where: { isDemo: true }, orderBy: { createdAt: "desc" }, select } as const;
  const run = underWay ?? (await ctx.db.trainingRun.findFirst(newest));
  if (!run) return null;
  const [first, last] = await Promise.all(["started", "step"].map((kind) => lastEvent(ctx, run.id, kind)));
  const step = last?.kind === "step" ? last.data : null;
  return {
    status: run.status,
    modelName: run.model.name,
    epochs: first?.kind === "started" ? first.data.epochs : null,
    epoch: step?.epoch ?? null,
    secondsLeft: step?.secondsLeft ?? null,
  };
}

async function lastEvent(ctx: Context, runId: string, kind: string): Promise<z.infer<typeof runEvent> | undefined> {
  const event = await ctx.db.runEvent.findFirst({ where: { runId, kind }, orderBy: { id: "desc" } });
  return event ? runEvent.safeParse(event).data : undefined;
}
