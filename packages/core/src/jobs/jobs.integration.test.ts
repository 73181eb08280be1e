import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorld, type World } from "../testing/world.ts";
import { enqueue } from "./enqueue.ts";
import { type JobContext, type JobWorker, startJobWorker } from "./job-worker.ts";
import { prepareDatabase } from "./prepare-database.ts";

let world: World;
let worker: JobWorker | undefined;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  await worker?.stop();
  await world.close();
});

const unexpected = (error: Error) => {
  throw error;
};

function countJobs() {
  return world.db.$queryRaw<{ name: string; state: string }[]>`SELECT name, state::text FROM pgboss.job ORDER BY name`;
}

/** A worker of its own process, which takes one job and never ends it. */
const stuckWorker = `
  const { startJobWorker } = await import(${JSON.stringify(new URL("./job-worker.ts", import.meta.url).href)});
  const worker = await startJobWorker(process.env.URL, console.error);
  await worker.work("train-model", async ({ runId }) => {
    console.log(runId);
    await new Promise(() => setInterval(() => undefined, 1000));
  });
`;

describe("the job queue", () => {
  test("has a job exactly if the transaction that made it went through", async () => {
    const payload = { importId: "undone" };
    const failing = world.db.$transaction(async (tx) => {
      await enqueue(world.db, tx, { name: "import-dataset", payload });
      throw new Error("the write failed");
    });
    await expect(failing).rejects.toThrow("the write failed");
    expect(await countJobs()).toEqual([]);
    await world.db.$transaction((tx) => enqueue(world.db, tx, { name: "import-dataset", payload }));
    expect(await countJobs()).toEqual([{ name: "import-dataset", state: "created" }]);
  });

  test("can be prepared again while it holds jobs", async () => {
    await prepareDatabase(world.url);
    expect(await countJobs()).toEqual([{ name: "import-dataset", state: "created" }]);
  });

  test("gives the job of a killed worker to another within 20 s", async () => {
    const dead = spawn(process.execPath, ["--input-type=module", "-e", stuckWorker], {
      env: { ...process.env, URL: world.url },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await world.db.$transaction((tx) => enqueue(world.db, tx, { name: "train-model", payload: { runId: "r1" } }));
    const [line] = await once(dead.stdout, "data");
    expect(String(line).trim()).toBe("r1");
    dead.kill("SIGKILL");
    const killedAt = Date.now();
    worker = await startJobWorker(world.url, unexpected);
    const taken = await new Promise<{ runId: string; job: JobContext }>((resolve, reject) => {
      worker?.work("train-model", async ({ runId }, job) => resolve({ runId, job })).catch(reject);
    });
    expect(taken.runId).toBe("r1");
    expect(taken.job.signal.aborted).toBe(false);
    expect(Date.now() - killedAt).toBeLessThan(20_000);
  });
});
