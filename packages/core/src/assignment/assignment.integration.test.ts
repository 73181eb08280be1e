import { makeMember } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { labelImage, makeTestTask } from "../testing/test-task.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { listAssignments } from "./list-assignments.ts";
import { takeAssignments } from "./take-assignments.ts";

let world: World;
let versionId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 40 }));
});
afterAll(() => world.close());

async function annotators(count: number) {
  const users = [];
  for (let i = 0; i < count; i++) users.push(await makeMember(world.db, world.group.id, "ANNOTATOR"));
  return users.map(world.asUser);
}

/** Lets the lease of an assignment run out. */
async function runOut(id: string) {
  await world.db.assignment.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 60_000) } });
}

const take = (ctx: World["annotator"], taskId: string, count: number) => takeAssignments(ctx, { taskId, count });
const indicesOf = (taken: { sampleIndex: number }[]) => taken.map(({ sampleIndex }) => sampleIndex);

describe("handing out", () => {
  test("gives the same unfinished images again, and new ones for those that are finished", async () => {
    const { id: taskId } = await makeTestTask(world, versionId);
    const first = await take(world.annotator, taskId, 3);
    expect(first).toHaveLength(3);
    expect(await take(world.annotator, taskId, 3)).toMatchObject(first.map(({ id }) => ({ id })));
    await labelImage(world.annotator, first[0]?.id ?? "", 1);
    const next = await take(world.annotator, taskId, 3);
    expect(indicesOf(next).slice(0, 2)).toEqual(indicesOf(first).slice(1));
    expect(next[2] && indicesOf(first).includes(next[2].sampleIndex)).toBe(false);
    const done = await listAssignments(world.annotator, { taskId });
    expect(done).toMatchObject([
      { id: first[0]?.id, newest: { sequence: 1, value: { answer: { classIndices: [1] } } } },
    ]);
  });

  test("two pages of one person at once get the same images", async () => {
    const { id: taskId } = await makeTestTask(world, versionId);
    const pages = await Promise.all([1, 2, 3].map(() => take(world.annotator, taskId, 4)));
    expect(new Set(pages.map((taken) => indicesOf(taken).join()))).toHaveProperty("size", 1);
  });

  test("many people at once never get the same image, and together all of them", async () => {
    const { id: taskId } = await makeTestTask(world, versionId);
    const people = await annotators(8);
    const hands = await Promise.all(people.flatMap((person) => [take(person, taskId, 5), take(person, taskId, 5)]));
    const held = await world.db.assignment.findMany({ where: { taskId } });
    expect(new Set(held.map(({ sampleIndex }) => sampleIndex)).size).toBe(held.length);
    expect(new Set(hands.flatMap(indicesOf)).size).toBe(held.length);
    // Rows that somebody was at were passed over: who asks again gets what is left.
    for (const person of people) await take(person, taskId, 5);
    expect(await world.db.assignment.count({ where: { taskId } })).toBe(40);
    expect(await take(world.annotator, taskId, 5)).toEqual([]);
  });

  test("an image that several are to label goes to exactly as many, however many ask at once", async () => {
    const { id: taskId } = await makeTestTask(world, versionId, { overlap: { count: 3, share: 0.5 } });
    const people = await annotators(6);
    for (let round = 0; round < 4; round++) {
      await Promise.all(people.map((person) => take(person, taskId, 10 * (round + 1))));
    }
    // As above: rows that somebody was at were passed over.
    for (const person of people) await take(person, taskId, 40);
    const images = await world.db.taskImage.findMany({ where: { taskId }, include: { assignments: true } });
    const tooMany = images.filter(({ wanted, assignments }) => assignments.length !== wanted);
    expect(tooMany).toEqual([]);
    expect(images.filter(({ wanted }) => wanted === 3)).toHaveLength(20);
  });
});

describe("an abandoned image", () => {
  test("comes back to others when its lease has run out, and not before", async () => {
    const { id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED" });
    const [other] = await annotators(1);
    if (!other) throw new Error("no annotator");
    const [left] = await take(world.annotator, taskId, 1);
    expect(indicesOf(await take(other, taskId, 1))).toEqual([1]);
    await runOut(left?.id ?? "");
    expect(indicesOf(await take(other, taskId, 2))).toEqual([0, 1]);
    // It is the other's now; whoever left it goes on with another one.
    expect(indicesOf(await take(world.annotator, taskId, 1))).toEqual([2]);
  });

  test("stays with whoever comes back first, others or not", async () => {
    const { id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED" });
    const [left] = await take(world.annotator, taskId, 1);
    await runOut(left?.id ?? "");
    expect(await take(world.annotator, taskId, 1)).toMatchObject([{ id: left?.id }]);
    const [other] = await annotators(1);
    if (other) expect(indicesOf(await take(other, taskId, 1))).toEqual([1]);
  });

  test("of two who ask for it at once one gets it", async () => {
    const { id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED" });
    const all = await take(world.annotator, taskId, 40);
    expect(all).toHaveLength(40);
    const left = all[7]?.id ?? "";
    await runOut(left);
    const people = [world.annotator, ...(await annotators(5))];
    await Promise.all(people.map((person) => take(person, taskId, person === world.annotator ? 50 : 1)));
    const leased = { taskId, sampleIndex: 7, leasedUntil: { gt: new Date() } };
    expect(await world.db.assignment.count({ where: leased })).toBe(1);
  });

  test("what was saved late is kept beside the label of whoever got it", async () => {
    const { id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED" });
    const [other] = await annotators(1);
    if (!other) throw new Error("no annotator");
    const [left] = await take(world.annotator, taskId, 1);
    await runOut(left?.id ?? "");
    const [taken] = await take(other, taskId, 1);
    expect(taken?.sampleIndex).toBe(0);
    await labelImage(other, taken?.id ?? "", 1);
    await labelImage(world.annotator, left?.id ?? "", 0);
    const done = { taskId, sampleIndex: 0, doneAt: { not: null } };
    expect(await world.db.assignment.count({ where: done })).toBe(2);
  });
});
