import type { Prisma } from "@diaphane/db";
import { taskClasses, taskExamples, taskQuestions } from "../schemas.ts";
import { isForAnnotator, type taskWithData } from "./find-task.ts";
import type { TaskProgress } from "./task-progress.ts";

type TaskRow = Prisma.TaskGetPayload<{ include: typeof taskWithData }>;

/** A task as it leaves the verbs: what its JSON columns hold is checked, people are plain. */
export function taskView(task: TaskRow, { userId, progress }: { userId: string; progress: TaskProgress }) {
  return {
    ...task,
    classes: taskClasses.parse(task.classes),
    questions: taskQuestions.parse(task.questions),
    examples: taskExamples.parse(task.examples),
    annotators: task.annotators.map(({ user }) => user),
    isMine: isForAnnotator(task, userId),
    progress,
  };
}
