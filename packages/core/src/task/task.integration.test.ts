import { makeMember, makeUser } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeAssignments } from "../assignment/take-assignments.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { labelImage, makeTestTask } from "../testing/test-task.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { getTask } from "./get-task.ts";
import { listTasks } from "./list-tasks.ts";
import { prioritiseImages } from "./prioritise-images.ts";
import { setTaskState } from "./set-task-state.ts";

let world: World;
let versionId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 60 }));
});
afterAll(() => world.close());

async function imagesOf(taskId: string) {
  return await world.db.taskImage.findMany({ where: { taskId }, orderBy: { position: "asc" } });
}

describe("the images of a task", () => {
  test("are those that pass the filter", async () => {
    const filter = { splits: ["TRAIN" as const], labels: [0], attributes: {} };
    const { id, imageCount } = await makeTestTask(world, versionId, { filter });
    const images = await imagesOf(id);
    expect(images.map(({ sampleIndex }) => sampleIndex).every((i) => i % 3 === 0 && i % 2 === 0)).toBe(true);
    expect([images.length, imageCount]).toEqual([10, 10]);
  });

  test("come in the order of the data set, or in one that only the seed decides", async () => {
    const orderOf = async (asked: Parameters<typeof makeTestTask>[2]) => {
      return (await imagesOf((await makeTestTask(world, versionId, asked)).id)).map(({ sampleIndex }) => sampleIndex);
    };
    const stored = Array.from({ length: 60 }, (_, i) => i);
    expect(await orderOf({ order: "AS_STORED" })).toEqual(stored);
    const random = await orderOf({ seed: 4 });
    expect(random).not.toEqual(stored);
    expect(random.toSorted((a, b) => a - b)).toEqual(stored);
    expect(await orderOf({ seed: 4 })).toEqual(random);
    expect(await orderOf({ seed: 5 })).not.toEqual(random);
  });

  test("are labelled by several people as often as was asked, all through the order", async () => {
    const { id } = await makeTestTask(world, versionId, { overlap: { count: 3, share: 0.25 } });
    const shared = (await imagesOf(id)).filter(({ wanted }) => wanted === 3);
    expect(shared).toHaveLength(15);
    expect(shared.filter(({ position }) => position <= 30).length).toBeGreaterThan(2);
    expect(shared.filter(({ position }) => position > 30).length).toBeGreaterThan(2);
    expect((await getTask(world.annotator, { taskId: id })).progress.wantedLabels).toBe(60 + 2 * 15);
  });
});

describe("what can't be asked", () => {
  test("a choice of one class, no image, an example that is not there, a name twice", async () => {
    const one = { classes: [{ name: "normal" }] };
    await expect(makeTestTask(world, versionId, one)).rejects.toMatchObject({ code: "invalid-input" });
    const none = { filter: { splits: [], labels: [7], attributes: {} } };
    await expect(makeTestTask(world, versionId, none)).rejects.toMatchObject({ code: "no-images" });
    const missing = { examples: [{ sampleIndex: 60 }] };
    await expect(makeTestTask(world, versionId, missing)).rejects.toMatchObject({ code: "no-such-image" });
    await makeTestTask(world, versionId, { name: "Twice" });
    await expect(makeTestTask(world, versionId, { name: "Twice" })).rejects.toMatchObject({ code: "name-taken" });
  });

  test("people of other groups, or fewer people than an image needs", async () => {
    const stranger = { annotatorIds: [(await makeUser(world.db)).id] };
    await expect(makeTestTask(world, versionId, stranger)).rejects.toMatchObject({ code: "not-found" });
    const alone = { annotatorIds: [world.users.annotator.id], overlap: { count: 2, share: 0.1 } };
    await expect(makeTestTask(world, versionId, alone)).rejects.toMatchObject({ code: "too-few-annotators" });
  });
});

test("a task with chosen people is in nobody else's queue", async () => {
  const { id: taskId } = await makeTestTask(world, versionId, { annotatorIds: [world.users.annotator.id] });
  const other = world.asUser(await makeMember(world.db, world.group.id, "ANNOTATOR"));
  await expect(takeAssignments(other, { taskId })).rejects.toMatchObject({ code: "not-your-task" });
  expect((await getTask(other, { taskId })).isMine).toBe(false);
  expect((await getTask(world.annotator, { taskId })).isMine).toBe(true);
  expect(await takeAssignments(world.annotator, { taskId, count: 2 })).toHaveLength(2);
});

test("a closed task hands out nothing new, and comes last", async () => {
  const { id: taskId } = await makeTestTask(world, versionId, { priority: 50 });
  const [mine] = await takeAssignments(world.annotator, { taskId, count: 1 });
  await setTaskState(world.researcher, { taskId, state: "CLOSED" });
  expect(await takeAssignments(world.annotator, { taskId, count: 5 })).toMatchObject([{ id: mine?.id }]);
  await labelImage(world.annotator, mine?.id ?? "");
  expect(await takeAssignments(world.annotator, { taskId })).toEqual([]);
  const closed = (await listTasks(world.annotator, { group: world.group.slug })).at(-1);
  expect(closed).toMatchObject({ id: taskId, state: "CLOSED", progress: { mine: 1, labels: 1, finishedImages: 1 } });
  await setTaskState(world.researcher, { taskId, state: "OPEN" });
  expect((await listTasks(world.annotator, { group: world.group.slug }))[0]).toMatchObject({ id: taskId });
});

test("images of a higher priority are handed out first", async () => {
  const { id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED" });
  await prioritiseImages(world.researcher, { taskId, sampleIndices: [40, 20], priority: 1 });
  await prioritiseImages(world.researcher, { taskId, sampleIndices: [0], priority: -1 });
  const taken = await takeAssignments(world.annotator, { taskId, count: 4 });
  expect(taken.map(({ sampleIndex }) => sampleIndex)).toEqual([20, 40, 1, 2]);
  const unknown = prioritiseImages(world.researcher, { taskId, sampleIndices: [1, 99], priority: 1 });
  await expect(unknown).rejects.toMatchObject({ code: "not-found" });
});
