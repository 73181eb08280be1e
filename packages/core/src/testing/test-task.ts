import { randomUUID } from "node:crypto";
import { saveLabel } from "../label/save-label.ts";
import type { CreateTaskInput } from "../schemas.ts";
import { createTask } from "../task/create-task.ts";
import type { World } from "./world.ts";

/** A task as the researcher: one of two classes, and the view. */
export async function makeTestTask(world: World, versionId: string, asked: Partial<CreateTaskInput> = {}) {
  return await createTask(world.researcher, {
    ...{ datasetVersionId: versionId, name: `Task ${randomUUID()}`, kind: "ONE_CLASS" },
    classes: [{ name: "normal" }, { name: "opacity" }],
    questions: [{ name: "view", values: ["frontal", "lateral"] }],
    ...asked,
  });
}

interface Change {
  /** The change that it was made on; left out, it is the first. */
  after?: { operationId: string; sequence: number };
  classIndex?: number;
  isDone?: boolean;
}

/** A finished answer to it, as the change after another. */
export function testChange(assignmentId: string, { after, classIndex = 0, isDone = true }: Change = {}) {
  return {
    ...{ assignmentId, operationId: randomUUID(), isDone, durationMs: 900, madeAt: new Date() },
    ...{ sequence: (after?.sequence ?? 0) + 1, basedOn: after?.operationId ?? null },
    value: { answer: { kind: "classes", classIndices: [classIndex] }, attributes: { view: "frontal" }, note: "" },
  };
}

/** Finishes one image as that person. */
export async function labelImage(ctx: World["annotator"], assignmentId: string, classIndex = 0) {
  return await saveLabel(ctx, testChange(assignmentId, { classIndex }));
}
