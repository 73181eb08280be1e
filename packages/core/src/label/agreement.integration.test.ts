import { makeMember } from "@diaphane/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeAssignments } from "../assignment/take-assignments.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { labelImage, makeTestTask, testChange } from "../testing/test-task.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { decideConsensus } from "./decide-consensus.ts";
import { listSharedLabels } from "./list-shared-labels.ts";
import { saveLabel } from "./save-label.ts";

let world: World;
let second: World["annotator"];
let versionId: string;
let taskId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 6 }));
  second = world.asUser(await makeMember(world.db, world.group.id, "ANNOTATOR"));
});
beforeEach(async () => {
  ({ id: taskId } = await makeTestTask(world, versionId, { order: "AS_STORED", overlap: { count: 2, share: 1 } }));
});
afterAll(() => world.close());

/** Labels the first images with these classes. */
async function answer(person: World["annotator"], classes: number[]) {
  const taken = await takeAssignments(person, { taskId, count: classes.length });
  for (const [i, { id }] of taken.entries()) await labelImage(person, id, classes[i]);
  return taken;
}

const value = (classIndex: number) => testChange("", { classIndex }).value;
const classesOf = async () => {
  const { images } = await listSharedLabels(world.researcher, { taskId });
  return images.map(({ labels }) =>
    labels.map(({ value: { answer: said } }) => (said.kind === "classes" ? said.classIndices[0] : undefined)).sort(),
  );
};

describe("shared labels", () => {
  test("are those of images that several have finished, each person's newest", async () => {
    const [first] = await answer(world.annotator, [0, 1, 1]);
    await answer(second, [0, 0]);
    expect(await classesOf()).toEqual([
      [0, 0],
      [0, 1],
    ]);
    const newest = await world.db.label.findFirstOrThrow({ where: { assignmentId: first?.id ?? "" } });
    await saveLabel(world.annotator, testChange(first?.id ?? "", { after: newest, classIndex: 1 }));
    expect(await classesOf()).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const { annotators } = await listSharedLabels(world.researcher, { taskId });
    expect(annotators.map(({ id }) => id).sort()).toEqual(
      [world.users.annotator.id, second.actor.kind === "user" ? second.actor.userId : ""].sort(),
    );
  });

  test("are not for annotators, who see only what they said themselves", async () => {
    await expect(listSharedLabels(world.annotator, { taskId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a decision", () => {
  const decide = (sequence: number, classIndex: number, sampleIndex = 1) => {
    return decideConsensus(world.researcher, { taskId, sampleIndex, sequence, value: value(classIndex) });
  };
  const decided = async () =>
    (await listSharedLabels(world.owner, { taskId })).images.map(({ consensus }) => consensus);

  test("stands beside what people said, and another one after it", async () => {
    await answer(world.annotator, [0, 1]);
    await answer(second, [0, 0]);
    await decide(1, 1);
    expect(await decided()).toMatchObject([null, { sequence: 1, deciderName: world.users.researcher.name }]);
    await decide(2, 0);
    expect((await decided())[1]).toMatchObject({ sequence: 2, value: { answer: { classIndices: [0] } } });
    expect(await classesOf()).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(await world.db.consensus.count({ where: { taskId } })).toBe(2);
  });

  test("of two at once one counts, and the other is told", async () => {
    const settled = await Promise.allSettled([decide(1, 0), decide(1, 1)]);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(decide(1, 1)).rejects.toMatchObject({ code: "consensus-moved-on" });
  });

  test("has to answer what the task asks, of one of its images", async () => {
    await expect(decide(1, 7)).rejects.toMatchObject({ code: "label-unfit" });
    await expect(decide(1, 1, 99)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      decideConsensus(world.annotator, { taskId, sampleIndex: 1, sequence: 1, value: value(1) }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
