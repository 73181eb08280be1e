import { describe, expect, test } from "vitest";
import type { LabelAnswer, TaskKind } from "../schemas.ts";
import { labelProblem } from "./label-problem.ts";

const asked = {
  classes: ["a", "b", "c"].map((name) => ({ name, description: "" })),
  questions: [{ name: "view", values: ["frontal", "lateral"] }],
  ...{ height: 4, width: 6 },
};

function problemOf(kind: TaskKind, answer: LabelAnswer, { isDone = true, view = "frontal" } = {}) {
  return labelProblem({ kind, ...asked }, { answer, attributes: { view }, note: "" }, isDone);
}

const classes = (...classIndices: number[]): LabelAnswer => ({ kind: "classes", classIndices });
const box = (left: number, top: number, width: number, height: number, classIndex = 0): LabelAnswer => {
  return { kind: "boxes", boxes: [{ classIndex, left, top, width, height }] };
};
const mask = (...runs: number[]): LabelAnswer => ({ kind: "masks", masks: [{ classIndex: 2, runs }] });

describe("labelProblem", () => {
  test("takes answers that fit", () => {
    expect(problemOf("ONE_CLASS", classes(2))).toBeUndefined();
    expect(problemOf("SEVERAL_CLASSES", classes())).toBeUndefined();
    expect(problemOf("SEVERAL_CLASSES", classes(0, 2))).toBeUndefined();
    expect(problemOf("BOXES", box(0, 0, 6, 4))).toBeUndefined();
    expect(problemOf("MASKS", mask(5, 3, 16))).toBeUndefined();
    expect(problemOf("QUESTIONS", { kind: "none" })).toBeUndefined();
    const points: [number, number][] = [
      [0, 0],
      [6, 0],
      [6, 4],
    ];
    expect(problemOf("POLYGONS", { kind: "polygons", polygons: [{ classIndex: 1, points }] })).toBeUndefined();
  });

  test("says what does not", () => {
    expect(problemOf("ONE_CLASS", classes(0, 1))).toBe("several classes chosen");
    expect(problemOf("SEVERAL_CLASSES", classes(1, 1))).toBe("class chosen twice");
    expect(problemOf("ORDINAL_CLASS", classes(3))).toBe("unknown class");
    expect(problemOf("BOXES", box(0, 0, 1, 1, 3))).toBe("unknown class");
    expect(problemOf("BOXES", box(3, 0, 4, 1))).toBe("box outside");
    expect(problemOf("BOXES", box(-1, 0, 4, 1))).toBe("box outside");
    expect(problemOf("MASKS", mask(5, 3, 15))).toBe("mask of another size");
    const points: [number, number][] = [
      [0, 0],
      [7, 0],
      [6, 4],
    ];
    expect(problemOf("POLYGONS", { kind: "polygons", polygons: [{ classIndex: 1, points }] })).toBe("polygon outside");
    expect(problemOf("MASKS", box(0, 0, 1, 1))).toBe("answer of kind boxes to a task of MASKS");
    expect(problemOf("ONE_CLASS", classes(0), { view: "oblique" })).toBe("attribute view");
  });

  test("asks for everything only of what is done", () => {
    const unanswered = { answer: classes(), attributes: {}, note: "" };
    const task = { kind: "ONE_CLASS" as const, ...asked };
    expect(labelProblem(task, unanswered, false)).toBeUndefined();
    expect(labelProblem(task, unanswered, true)).toBe("no class chosen");
    expect(labelProblem(task, { ...unanswered, answer: classes(1) }, true)).toBe("attribute view not answered");
  });
});
