import { createTaskInput } from "@diaphane/core/schemas";
import { describe, expect, it } from "vitest";
import { draftProblems, newDraft, taskInput } from "./task-draft.ts";

const draft = { ...newDraft(["normal", "opacity"]), name: "Opacities" };

describe("a draft", () => {
  it("is what the server takes", () => {
    const questions = [{ id: 1, name: "View", values: "frontal,  lateral,," }];
    const input = taskInput({ ...draft, questions, overlapShare: 20, isOnlyUnlabelled: true, splits: ["TRAIN"] }, "v");
    expect(createTaskInput.parse(input)).toMatchObject({
      classes: [{ name: "normal" }, { name: "opacity" }],
      questions: [{ name: "View", values: ["frontal", "lateral"] }],
      overlap: { count: 2, share: 0.2 },
      filter: { splits: ["TRAIN"], labels: [null] },
    });
  });

  it("says which parts are not yet as they must be", () => {
    expect([...draftProblems(draft)]).toEqual([]);
    expect([...draftProblems({ ...draft, name: " " })]).toEqual(["name"]);
    expect([...draftProblems({ ...draft, classes: draft.classes.slice(1) })]).toEqual(["classes"]);
    const one = [{ id: 1, name: "View", values: "frontal" }];
    expect([...draftProblems({ ...draft, questions: one })]).toEqual(["questions"]);
    expect([...draftProblems({ ...draft, kind: "QUESTIONS" })]).toEqual(["questions"]);
  });

  it("of questions alone leaves the classes out", () => {
    const questions = [{ id: 1, name: "View", values: "a, b" }];
    expect(taskInput({ ...draft, kind: "QUESTIONS", questions }, "v").classes).toEqual([]);
  });
});
