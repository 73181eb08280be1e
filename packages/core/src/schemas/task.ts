import { z } from "zod";
import { count, displayName, id, pageSize, slug } from "./common-fields.ts";
import { everySample, sampleFilter } from "./dataset.ts";

export const taskKind = z.enum([
  "ONE_CLASS",
  "SEVERAL_CLASSES",
  "ORDINAL_CLASS",
  "BOXES",
  "POLYGONS",
  "MASKS",
  "QUESTIONS",
]);
export type TaskKind = z.infer<typeof taskKind>;

export const taskClass = z.object({ name: displayName, description: z.string().trim().max(500).default("") });
export type TaskClass = z.infer<typeof taskClass>;

/** An attribute of the image that is asked besides: its view, its quality. One of the values is chosen. */
export const taskQuestion = z.object({
  name: displayName,
  values: z.array(displayName).min(2).max(20).refine(isDistinct, { message: "each value once" }),
});
export type TaskQuestion = z.infer<typeof taskQuestion>;

/** A picture of the data set that the guidelines show. */
export const taskExample = z.object({ sampleIndex: count, caption: z.string().trim().max(300).default("") });
export type TaskExample = z.infer<typeof taskExample>;

/** What the JSON columns of a task hold. */
export const taskClasses = z
  .array(taskClass)
  .max(60)
  .refine((classes) => isDistinct(classes.map(({ name }) => name)), { message: "each class once" });
export const taskQuestions = z
  .array(taskQuestion)
  .max(12)
  .refine((questions) => isDistinct(questions.map(({ name }) => name)), { message: "each question once" });
export const taskExamples = z.array(taskExample).max(24);

const overlap = z.object({
  /** How many people label an image that is labelled by several. */
  count: z.int().min(2).max(10),
  /** The part of the images that is. */
  share: z.number().min(0).max(1),
});

export const createTaskInput = z
  .object({
    datasetVersionId: id,
    name: displayName,
    kind: taskKind,
    classes: taskClasses.default([]),
    questions: taskQuestions.default([]),
    guidelines: z.string().trim().max(20_000).default(""),
    examples: taskExamples.default([]),
    /** Which images are asked about. */
    filter: sampleFilter.default(everySample),
    order: z.enum(["RANDOM", "AS_STORED"]).default("RANDOM"),
    seed: count.default(1),
    overlap: overlap.default({ count: 2, share: 0 }),
    leaseMinutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60)
      .default(60),
    priority: z.int().min(-100).max(100).default(0),
    /** Who labels it; empty: every member who labels. */
    annotatorIds: z.array(id).max(200).refine(isDistinct, { message: "each person once" }).default([]),
  })
  .refine(({ kind, classes }) => classes.length >= leastClasses(kind), {
    path: ["classes"],
    message: "too few classes",
  })
  .refine(({ kind, classes }) => kind !== "QUESTIONS" || classes.length === 0, {
    path: ["classes"],
    message: "a task of questions alone has no classes",
  })
  .refine(({ kind, questions }) => kind !== "QUESTIONS" || questions.length > 0, {
    path: ["questions"],
    message: "nothing is asked",
  });
export type CreateTaskInput = z.input<typeof createTaskInput>;

/** A choice needs two classes, a shape one. */
export function leastClasses(kind: TaskKind): number {
  if (kind === "QUESTIONS") return 0;
  return kind === "ONE_CLASS" || kind === "ORDINAL_CLASS" ? 2 : 1;
}

export const listTasksInput = z.object({ group: slug });
export const getTaskInput = z.object({ taskId: id });
export const setTaskStateInput = z.object({ taskId: id, state: z.enum(["OPEN", "CLOSED"]) });
export const prioritiseImagesInput = z.object({
  taskId: id,
  sampleIndices: z.array(count).min(1).max(10_000),
  priority: z.int().min(-100).max(100),
});

export const takeAssignmentsInput = z.object({
  taskId: id,
  /** How many images whoever asks wants to have in hand, those not finished yet among them. */
  count: z.int().min(1).max(50).default(8),
});
export const listAssignmentsInput = z.object({
  taskId: id,
  /** Gives those that were finished before that one; newest first. */
  beforeAssignmentId: id.optional(),
  limit: pageSize,
});
export const getAssignmentInput = z.object({ assignmentId: id });

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
