import { randomUUID } from "node:crypto";
import * as core from "../index.ts";
import { makeTestTask } from "../testing/test-task.ts";
import type { World } from "../testing/world.ts";
import { row, type VerbRow } from "./verb-row.ts";

/** The verbs of labelling, on a data set version with the classes of the synthetic import. */
export function labelRows(world: World, versionId: string): Record<string, VerbRow> {
  const { group, owner } = world;
  const task = async () => ({ taskId: (await makeTestTask(world, versionId)).id });
  /** An image that the owner has in hand. */
  const assignment = async () => {
    const [first] = await core.takeAssignments(owner, { ...(await task()), count: 1 });
    return { assignmentId: first?.id ?? "" };
  };
  const change = async () => ({
    ...(await assignment()),
    ...{ operationId: randomUUID(), sequence: 1, basedOn: null, isDone: true, durationMs: 900, madeAt: new Date() },
    value: { answer: { kind: "classes", classIndices: [1] }, attributes: { view: "frontal" }, note: "Clear." },
  });
  const labelled = async () => {
    const made = await change();
    await core.saveLabel(owner, made);
    return { assignmentId: made.assignmentId };
  };
  return {
    createTask: row(core.createTask, "task:create", "task.create", async () => ({
      ...{ datasetVersionId: versionId, name: `Task ${randomUUID()}`, kind: "ONE_CLASS", seed: 3, leaseMinutes: 5 },
      classes: [
        { name: "normal", description: "Nothing seen" },
        { name: "opacity", description: "" },
      ],
      questions: [{ name: "view", values: ["frontal", "lateral"] }],
      examples: [{ sampleIndex: 0, caption: "Normal" }],
      filter: { splits: ["TRAIN"], labels: [0, 1, null], attributes: { sex: ["female"] } },
      ...{ overlap: { count: 2, share: 0.5 }, annotatorIds: [], guidelines: "Look twice." },
    })),
    listTasks: row(core.listTasks, "task:read", null, async () => ({ group: group.slug })),
    getTask: row(core.getTask, "task:read", null, task),
    setTaskState: row(core.setTaskState, "task:create", "task.set-state", async () => ({
      ...(await task()),
      state: "CLOSED",
    })),
    prioritiseImages: row(core.prioritiseImages, "task:create", "task.prioritise", async () => ({
      ...(await task()),
      ...{ sampleIndices: [0, 2], priority: 5 },
    })),
    takeAssignments: row(core.takeAssignments, "label:write", "assignment.take", async () => ({
      ...(await task()),
      count: 3,
    })),
    getAssignment: row(core.getAssignment, "label:write", null, assignment),
    listAssignments: row(core.listAssignments, "label:write", null, async () => {
      const { assignmentId } = await labelled();
      const { taskId } = await world.db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
      return { taskId, beforeAssignmentId: assignmentId };
    }),
    saveLabel: row(core.saveLabel, "label:write", "label.save", change),
    listLabelRevisions: row(core.listLabelRevisions, "label:write", null, labelled),
  };
}
