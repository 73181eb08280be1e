import type { Prisma, TaskKind } from "@diaphane/db";
import { InvalidInputError } from "../errors.ts";
import { type LabelValue, taskClasses, taskQuestions } from "../schemas.ts";
import { labelProblem } from "./label-problem.ts";

interface TaskRow {
  kind: TaskKind;
  classes: Prisma.JsonValue;
  questions: Prisma.JsonValue;
  datasetVersion: { height: number; width: number };
}

/** @throws InvalidInputError `label-unfit` when a label is no answer to what the task asks */
export function requireFit(task: TaskRow, value: LabelValue, isDone: boolean): void {
  const asked = { classes: taskClasses.parse(task.classes), questions: taskQuestions.parse(task.questions) };
  const { height, width } = task.datasetVersion;
  const problem = labelProblem({ kind: task.kind, ...asked, height, width }, value, isDone);
  if (problem) throw new InvalidInputError("label-unfit", { problem });
}
