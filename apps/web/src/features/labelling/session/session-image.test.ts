import { describe, expect, it } from "vitest";
import type { QueuedChange } from "../outbox/outbox-store.ts";
import { type Assignment, sessionImage } from "./session-image.ts";

const asked = { kind: "ONE_CLASS" as const, questions: [] };
const value = (index: number) => {
  return { answer: { kind: "classes" as const, classIndices: [index] }, attributes: {}, note: "" };
};

function assignment(newest: Assignment["newest"]): Assignment {
  return { id: "a", taskId: "t", sampleIndex: 7, leasedUntil: new Date(), doneAt: null, newest };
}

function waiting(sequence: number, over: Partial<QueuedChange> = {}, classIndex = sequence): QueuedChange {
  const operationId = `${over.pageId ?? "page"}-${sequence}`;
  return {
    ...{ order: sequence, userId: "u", taskId: "t", sampleIndex: 7, pageId: "page", problem: null },
    change: {
      ...{ assignmentId: "a", operationId, sequence, basedOn: null, isDone: true, durationMs: 1, madeAt: "" },
      value: value(classIndex),
    },
    ...over,
  };
}

describe("sessionImage", () => {
  it("is empty when nobody has said anything", () => {
    const said = { value: { answer: { kind: "classes", classIndices: [] }, attributes: {}, note: "" }, isDone: false };
    expect(sessionImage(assignment(null), [], asked)).toMatchObject({ sequence: 0, operationId: null, said });
  });

  it("is what the server has, or the last of what waits", () => {
    const newest = { sequence: 1, operationId: "server", value: value(1), isDone: true };
    expect(sessionImage(assignment(newest), [], asked)).toMatchObject({ sequence: 1, operationId: "server" });
    const queued = [waiting(2), waiting(3)];
    expect(sessionImage(assignment(newest), queued, asked)).toMatchObject({ sequence: 3, said: { value: value(3) } });
  });

  it("does not go back behind what has arrived meanwhile", () => {
    const newest = { sequence: 2, operationId: "page-2", value: value(2), isDone: true };
    expect(sessionImage(assignment(newest), [waiting(1), waiting(2)], asked)).toMatchObject({ operationId: "page-2" });
  });

  it("leaves out what waits for a decision", () => {
    const newest = { sequence: 1, operationId: "server", value: value(1), isDone: true };
    const refused = [waiting(1, { problem: { kind: "conflict" } }), waiting(2)];
    expect(sessionImage(assignment(newest), refused, asked)).toMatchObject({ operationId: "server" });
    const other = waiting(2, { pageId: "other" });
    expect(sessionImage(assignment(newest), [...refused, other], asked)).toMatchObject({ operationId: "other-2" });
  });
});
