import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "@diaphane/db";
import { type Demo, type DemoRun, seedDemo, trainDemo } from "../../prisma/seed/demo.ts";
import type { StartOptions } from "./options.ts";

export interface PreparedDemo {
  /** Prints who can sign in, then follows the models' training until both are ready or `signal` is aborted. */
  report(url: string, signal: AbortSignal): Promise<void>;
}

const pollMs = 500;

/** Makes the demonstration's people and data set; its models are trained by the trainer once that runs. */
export async function prepareDemo(db: Database, isEmbedded: boolean, options: StartOptions): Promise<PreparedDemo> {
  const demo = await seedDemo(db, { isEmbedded, images: options.demoImages });
  return {
    async report(url, signal) {
      console.log(logins(demo));
      try {
        for (const run of await trainDemo(db, { epochs: options.demoEpochs, signal }))
          await follow(db, run, url, signal);
        console.log("Press Ctrl-C to stop.");
      } catch (error) {
        if (!signal.aborted) console.error(error instanceof Error ? error.message : error);
      }
    },
  };
}

function logins({ group, users, password }: Demo): string {
  const lines = users.map(({ email, role }) => `  ${role.toLowerCase().padEnd(12)}${email}`);
  return `Demonstration on synthetic data, group "${group}". Sign in with password ${password} as\n${lines.join("\n")}\n`;
}

async function follow(db: Database, { size, runId }: DemoRun, url: string, signal: AbortSignal): Promise<void> {
  let shown = "";
  for (;;) {
    signal.throwIfAborted();
    const run = await db.trainingRun.findUniqueOrThrow({
      where: { id: runId },
      select: {
        status: true,
        model: { select: { slug: true, group: { select: { slug: true } } } },
        events: { where: { kind: "epoch" }, orderBy: { id: "desc" }, take: 1, select: { data: true } },
      },
    });
    if (run.status === "SUCCEEDED") {
      console.log(`Model ${size} is trained: ${url}/models/${run.model.slug}/lab`);
      return;
    }
    if (run.status === "FAILED" || run.status === "CANCELLED") {
      console.log(`Model ${size}: training ${run.status.toLowerCase()}; see the page for why.`);
      return;
    }
    const line = run.events.length > 0 ? `Model ${size} is training: ${epochText(run.events[0]?.data)}` : "";
    if (line !== shown) {
      if (shown === "") console.log(`Watch it learn: ${url}/g/${run.model.group.slug}/models/runs/${runId}`);
      console.log(line);
      shown = line;
    }
    await delay(pollMs, undefined, { signal });
  }
}

function epochText(data: unknown): string {
  const epoch = typeof data === "object" && data !== null && "epoch" in data ? data.epoch : "?";
  return `epoch ${epoch} done`;
}
