import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelRun } from "../run/cancel-run.ts";
import { failRun } from "../run/fail-run.ts";
import { listRuns } from "../run/list-runs.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { cancelSweep } from "./cancel-sweep.ts";
import { getSweep } from "./get-sweep.ts";
import { listSweeps } from "./list-sweeps.ts";
import { retrySweep } from "./retry-sweep.ts";
import { startSweep } from "./start-sweep.ts";

let world: World;
let versionId: string;
beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
});
afterAll(() => world.close());

const configs = [{ beta: 1 }, { beta: 4 }];

function wanted(change: object = {}) {
  const modelName = `sweep-${Math.random()}`;
  return { group: world.group.slug, datasetVersionId: versionId, modelName, configs, seeds: [1, 2, 3], ...change };
}

async function statusesOf(sweepId: string) {
  return (await getSweep(world.reviewer, { sweepId })).runs.map(({ status }) => status);
}

async function failNext(runId: string) {
  const { claim } = await claimTestRun(world, runId);
  await failRun(world.worker, { runId, claim, code: "diverged" });
}

describe("sweeps", () => {
  test("make every setting with every seed at once: runs, jobs, one event", async () => {
    const eventsBefore = (await world.auditActions()).length;
    const { id, runIds } = await startSweep(world.researcher, wanted({ modelName: "Chest" }));
    const sweep = await getSweep(world.reviewer, { sweepId: id });
    expect(sweep).toMatchObject({ model: { name: "Chest" }, attempts: 6, creator: { id: world.users.researcher.id } });
    expect(sweep.runs.map(({ id: runId, config, seed }) => ({ runId, config, seed }))).toEqual(
      configs
        .flatMap((config) => [1, 2, 3].map((seed) => ({ config, seed })))
        .map((run, index) => ({ ...run, runId: runIds[index] })),
    );
    expect(sweep.runs[0]).not.toHaveProperty("claim");
    const jobs = await world.db.$queryRaw<
      { run: string }[]
    >`SELECT data->>'runId' AS run FROM pgboss.job WHERE name = 'train-model'`;
    expect(jobs.map(({ run }) => run).sort()).toEqual(runIds.toSorted());
    expect((await world.auditActions()).slice(eventsBefore)).toEqual(["sweep.create"]);
    const listed = await listSweeps(world.owner, { group: world.group.slug });
    expect(listed.find((known) => known.id === id)?.statuses).toEqual(Array(6).fill("QUEUED"));
  });

  test("make nothing at all when they are too large, too small, double, or of data that is not there", async () => {
    const before = await world.db.trainingRun.count();
    const seeds = Array.from({ length: 31 }, (_, index) => index);
    await expect(startSweep(world.owner, wanted({ seeds }))).rejects.toMatchObject({
      name: "InvalidInputError",
      code: "sweep-size",
      values: { count: 62, least: 2, most: 60 },
    });
    const one = wanted({ configs: [{ beta: 1 }], seeds: [1] });
    await expect(startSweep(world.owner, one)).rejects.toMatchObject({ code: "sweep-size" });
    const double = wanted({ seeds: [1, 1] });
    await expect(startSweep(world.owner, double)).rejects.toMatchObject({ values: { fields: "seeds" } });
    const lost = wanted({ datasetVersionId: "no-such", modelName: "Lost" });
    await expect(startSweep(world.owner, lost)).rejects.toMatchObject({ values: { entity: "dataset-version" } });
    expect(await world.db.trainingRun.count()).toBe(before);
    expect(await world.db.model.count({ where: { name: "Lost" } })).toBe(0);
  });

  test("can be left out of the list of runs, which they would fill", async () => {
    const { runIds } = await startSweep(world.researcher, wanted());
    const alone = await startTestRun(world, versionId);
    const listed = async (change: object) =>
      (await listRuns(world.reviewer, { group: world.group.slug, limit: 500, ...change })).map(({ id }) => id);
    expect(await listed({ withSweeps: false })).toEqual([alone.id]);
    expect(await listed({})).toEqual(expect.arrayContaining([alone.id, ...runIds]));
  });

  test("are cancelled as a whole; what has ended stays", async () => {
    const { id: sweepId, runIds } = await startSweep(world.researcher, wanted());
    const [first = "", second = "", third = ""] = runIds;
    await completeTestRun(world, await claimTestRun(world, first));
    await claimTestRun(world, second);
    await cancelRun(world.owner, { runId: third });
    expect(await cancelSweep(world.researcher, { sweepId })).toEqual({ stopped: 4 });
    expect(await statusesOf(sweepId)).toEqual(["SUCCEEDED", "RUNNING", ...Array(4).fill("CANCELLED")]);
    // The one that trains stops at its worker's next word: until then asking again changes nothing.
    expect(await cancelSweep(world.researcher, { sweepId })).toEqual({ stopped: 0 });
    expect((await world.auditActions()).filter((action) => action === "sweep.cancel")).toHaveLength(1);
    const { runs } = await getSweep(world.owner, { sweepId });
    expect(runs[0]?.modelVersion).toMatchObject({ number: 1, multiplyAdds: 100 });
  });

  test("that have ended can't be cancelled", async () => {
    const { id: sweepId, runIds } = await startSweep(world.researcher, wanted({ seeds: [1] }));
    for (const runId of runIds) await failNext(runId);
    await expect(cancelSweep(world.owner, { sweepId })).rejects.toMatchObject({ code: "sweep-finished" });
  });

  test("try again what failed, in its old place, once", async () => {
    const { id: sweepId, runIds } = await startSweep(world.researcher, wanted());
    const [first = "", second = ""] = runIds;
    await expect(retrySweep(world.owner, { sweepId })).rejects.toMatchObject({ code: "nothing-failed" });
    await failNext(second);
    await completeTestRun(world, await claimTestRun(world, first));
    const tries = await Promise.allSettled([
      retrySweep(world.owner, { sweepId }),
      retrySweep(world.owner, { sweepId }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const sweep = await getSweep(world.reviewer, { sweepId });
    expect(sweep.attempts).toBe(7);
    expect(sweep.runs.map(({ seed }) => seed)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(sweep.runs.map(({ status }) => status)).toEqual(["SUCCEEDED", ...Array(5).fill("QUEUED")]);
    const again = sweep.runs[1];
    expect(again).toMatchObject({ config: { beta: 1 }, seed: 2, createdBy: world.users.owner.id });
    expect(again?.id).not.toBe(second);
    expect(await world.auditActions()).toContain("sweep.retry");
  });

  const may = { annotator: "forbidden", researcher: "yes", reviewer: "forbidden", owner: "yes" } as const;
  const others = { outsider: "not-found", visitor: "sign-in-required" } as const;
  const mayRead = { ...may, reviewer: "yes" } as const;
  test.each([
    { verb: "startSweep", run: startSweep, answers: { ...may, ...others } },
    { verb: "cancelSweep", run: cancelSweep, answers: { ...may, ...others } },
    { verb: "retrySweep", run: retrySweep, answers: { ...may, ...others } },
    { verb: "getSweep", run: getSweep, answers: { ...mayRead, ...others } },
    { verb: "listSweeps", run: listSweeps, answers: { ...mayRead, ...others } },
  ])("$verb is for those of its table only", async ({ run, answers }) => {
    const heard: Record<string, string> = {};
    for (const who of ["annotator", "researcher", "reviewer", "owner", "outsider", "visitor"] as const) {
      // One that can be read, cancelled and tried again.
      const { id: sweepId, runIds } = await startSweep(world.researcher, wanted());
      await failNext(runIds[0] ?? "");
      const asked = run(world[who], { ...wanted(), sweepId });
      heard[who] = await asked.then(
        () => "yes",
        ({ code }) => code,
      );
    }
    expect(heard).toEqual(answers);
  });
});
