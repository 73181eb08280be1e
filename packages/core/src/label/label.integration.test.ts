import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeAssignments } from "../assignment/take-assignments.ts";
import { getTask } from "../task/get-task.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { makeTestTask, testChange } from "../testing/test-task.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { listLabelRevisions } from "./list-label-revisions.ts";
import { saveLabel } from "./save-label.ts";

let world: World;
let versionId: string;
let taskId: string;
let assignmentId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
});
beforeEach(async () => {
  ({ id: taskId } = await makeTestTask(world, versionId));
  const [first] = await takeAssignments(world.annotator, { taskId, count: 1 });
  assignmentId = first?.id ?? "";
});
afterAll(() => world.close());

const save = (change: object) => saveLabel(world.annotator, change);
const classesOf = async () => {
  const revisions = await listLabelRevisions(world.annotator, { assignmentId });
  return revisions.map(({ value }) => (value.answer.kind === "classes" ? value.answer.classIndices[0] : undefined));
};

describe("revisions", () => {
  test("tell who, when and how long; a change is a new one", async () => {
    const madeAt = new Date("2026-02-03T04:05:06Z");
    const made = { ...testChange(assignmentId), madeAt, durationMs: 1234 };
    await save(made);
    await save(testChange(assignmentId, { after: made, classIndex: 1 }));
    const [first, second] = await listLabelRevisions(world.researcher, { assignmentId });
    expect(first).toMatchObject({ sequence: 1, durationMs: 1234, madeAt, value: { answer: { classIndices: [0] } } });
    expect(second).toMatchObject({ sequence: 2, value: { answer: { classIndices: [1] } } });
    const { annotatorId } = await world.db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    expect(annotatorId).toBe(world.users.annotator.id);
  });

  test("are never changed, not even by the database's owner", async () => {
    await save(testChange(assignmentId));
    const change = world.db.label.updateMany({ where: { assignmentId }, data: { durationMs: 1 } });
    await expect(change).rejects.toThrow(/immutable/);
  });

  test("are nobody else's to make, nor to read without the right", async () => {
    const change = testChange(assignmentId);
    for (const other of [world.researcher, world.owner, world.reviewer]) {
      await expect(saveLabel(other, change)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(listLabelRevisions(world.reviewer, { assignmentId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listLabelRevisions(world.outsider, { assignmentId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an operation", () => {
  test("that is sent again, by itself or at once, is kept once", async () => {
    const change = testChange(assignmentId);
    const answers = await Promise.all([save(change), save(change), save(change)]);
    expect(new Set(answers.map(({ sequence }) => sequence))).toEqual(new Set([1]));
    await save(testChange(assignmentId, { after: change, classIndex: 1 }));
    expect(await save(change)).toMatchObject({ sequence: 2 });
    expect(await classesOf()).toEqual([0, 1]);
  });

  test("of another content under the same id is told", async () => {
    const change = testChange(assignmentId);
    await save(change);
    const other = { ...testChange(assignmentId, { classIndex: 1 }), operationId: change.operationId };
    await expect(save(other)).rejects.toMatchObject({ code: "operation-reused" });
    expect(await classesOf()).toEqual([0]);
  });

  test("that was not made on the newest revision is told, never silently won", async () => {
    await save(testChange(assignmentId));
    const late = testChange(assignmentId, { classIndex: 1 });
    await expect(save(late)).rejects.toMatchObject({ code: "label-moved-on", values: { newest: 1 } });
    // What was made on the refused one has the right number, but another past.
    const after = save(testChange(assignmentId, { after: late, classIndex: 1 }));
    await expect(after).rejects.toMatchObject({ code: "label-moved-on", values: { newest: 1 } });
    expect(await classesOf()).toEqual([0]);
  });

  test("of two tabs at once one wins and the other is told", async () => {
    const tabs = [0, 1, 0, 1].map((classIndex) => save(testChange(assignmentId, { classIndex })));
    const settled = await Promise.allSettled(tabs);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of settled) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "label-moved-on" });
    }
    expect(await classesOf()).toHaveLength(1);
  });

  test("that comes before the one that it was made on waits for it", async () => {
    const first = testChange(assignmentId);
    const second = testChange(assignmentId, { after: first, classIndex: 1 });
    await expect(save(second)).rejects.toMatchObject({ code: "label-gap", values: { newest: 0 } });
    await save(first);
    await save(second);
    expect(await classesOf()).toEqual([0, 1]);
  });
});

describe("being done", () => {
  const finished = async () => (await getTask(world.annotator, { taskId })).progress;

  test("counts, and is taken back by a revision that is not", async () => {
    const begun = testChange(assignmentId, { isDone: false });
    await save(begun);
    expect(await finished()).toMatchObject({ mine: 0, finishedImages: 0 });
    const ended = testChange(assignmentId, { after: begun });
    await save(ended);
    expect(await finished()).toMatchObject({ mine: 1, finishedImages: 1 });
    await save(testChange(assignmentId, { after: ended, isDone: false }));
    expect(await finished()).toMatchObject({ mine: 0, finishedImages: 0 });
    expect(await takeAssignments(world.annotator, { taskId, count: 1 })).toMatchObject([{ id: assignmentId }]);
  });

  test("needs every answer; a label that does not fit the task is refused", async () => {
    const change = testChange(assignmentId);
    const unfit = [
      { ...change, value: { answer: { kind: "classes", classIndices: [] }, attributes: { view: "frontal" } } },
      { ...change, value: { answer: { kind: "classes", classIndices: [0] } } },
      { ...change, value: { answer: { kind: "classes", classIndices: [2] }, attributes: { view: "frontal" } } },
      { ...change, value: { answer: { kind: "boxes", boxes: [] }, attributes: { view: "frontal" } } },
    ];
    for (const one of unfit) await expect(save(one)).rejects.toMatchObject({ code: "label-unfit" });
    expect(await classesOf()).toEqual([]);
    expect(await finished()).toMatchObject({ mine: 0 });
  });
});
