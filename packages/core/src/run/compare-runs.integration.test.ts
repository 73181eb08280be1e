import { makeGroup, makeMember } from "@diaphane/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { compareRuns } from "./compare-runs.ts";

let world: World;
let runIds: string[];
beforeAll(async () => {
  world = await makeWorld();
  const { versionId } = await importTestDataset(world, { count: 12 });
  const done = await startTestRun(world, versionId, "Done");
  await completeTestRun(world, await claimTestRun(world, done.id));
  const waiting = await startTestRun(world, versionId, "Waiting");
  runIds = [waiting.id, done.id];
});
afterAll(() => world.close());

test("runs of different models stand side by side in the order asked for, finished or not", async () => {
  const group = world.group.slug;
  const [waiting, done] = await compareRuns(world.reviewer, { group, runIds });
  expect(waiting).toMatchObject({ id: runIds[0], model: { name: "Waiting" }, modelVersion: null });
  expect(done).toMatchObject({
    model: { name: "Done" },
    datasetVersion: { dataset: { isSynthetic: true } },
    modelVersion: { number: 1, multiplyAdds: 100, metrics: { test: { auc: { value: 0.9 } } } },
  });
  expect(done).not.toHaveProperty("claim");
  expect((await compareRuns(world.reviewer, { group, runIds: runIds.toReversed() }))[0]).toMatchObject({
    id: done?.id,
  });
});

test.each([
  ["annotator", "forbidden"],
  ["researcher", "yes"],
  ["reviewer", "yes"],
  ["owner", "yes"],
  ["outsider", "not-found"],
  ["visitor", "sign-in-required"],
] as const)("to the %s it says: %s", async (who, answer) => {
  const asked = compareRuns(world[who], { group: world.group.slug, runIds });
  const heard = asked.then(
    () => "yes",
    ({ code }) => code,
  );
  expect(await heard).toBe(answer);
});

test("a run of another group is not there, even for a member of both", async () => {
  const other = await makeGroup(world.db);
  const member = await makeMember(world.db, other.id, "OWNER");
  await world.db.membership.create({ data: { groupId: world.group.id, userId: member.id, role: "OWNER" } });
  const asked = compareRuns(world.asUser(member), { group: other.slug, runIds });
  await expect(asked).rejects.toMatchObject({ name: "NotFoundError", values: { entity: "run" } });
});

test("fewer than two, more than six, or the same twice are no comparison", async () => {
  const group = world.group.slug;
  const [first = ""] = runIds;
  for (const ids of [[first], [first, first], Array.from({ length: 7 }, (_, index) => `run-${index}`)]) {
    const asked = compareRuns(world.owner, { group, runIds: ids });
    await expect(asked).rejects.toMatchObject({ code: "invalid-input", values: { fields: "runIds" } });
  }
});
