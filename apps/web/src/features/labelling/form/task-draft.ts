import { type CreateTaskInput, createTaskInput, type TaskExample } from "@diaphane/core/schemas";

/** The kinds that the labelling page can ask. */
export const offeredKinds = ["ONE_CLASS", "SEVERAL_CLASSES", "ORDINAL_CLASS", "QUESTIONS"] as const;

export interface DraftClass {
  id: number;
  name: string;
  description: string;
}

export interface DraftQuestion {
  id: number;
  name: string;
  /** Separated by commas, as people type them. */
  values: string;
}

/** A task as the form holds it. */
export interface TaskDraft {
  name: string;
  kind: (typeof offeredKinds)[number];
  classes: readonly DraftClass[];
  questions: readonly DraftQuestion[];
  guidelines: string;
  examples: readonly TaskExample[];
  splits: readonly ("TRAIN" | "VALIDATION" | "TEST")[];
  isOnlyUnlabelled: boolean;
  order: "RANDOM" | "AS_STORED";
  /** In percent of the images. */
  overlapShare: number;
  overlapCount: number;
  annotatorIds: readonly string[];
  leaseMinutes: number;
}

/** A draft with the classes of a data set. */
export function newDraft(classes: readonly string[]): TaskDraft {
  return {
    ...{ name: "", kind: "ONE_CLASS", guidelines: "", order: "RANDOM" },
    classes: classes.map((name, id) => ({ id, name, description: "" })),
    ...{ questions: [], examples: [], splits: [], annotatorIds: [] },
    ...{ isOnlyUnlabelled: false, overlapShare: 0, overlapCount: 2, leaseMinutes: 60 },
  };
}

/** What a draft asks of the server. */
export function taskInput(draft: TaskDraft, datasetVersionId: string): CreateTaskInput {
  const { name, kind, guidelines, examples, order, annotatorIds, leaseMinutes } = draft;
  const classes = draft.classes.map((one) => ({ name: one.name, description: one.description }));
  return {
    ...{ datasetVersionId, name, kind, guidelines, order, leaseMinutes },
    classes: kind === "QUESTIONS" ? [] : classes.filter((one) => one.name.trim() !== ""),
    questions: draft.questions
      .filter((question) => question.name.trim() !== "")
      .map((question) => ({ name: question.name, values: splitValues(question.values) })),
    examples: [...examples],
    filter: { splits: [...draft.splits], labels: draft.isOnlyUnlabelled ? [null] : [], attributes: {} },
    overlap: { count: draft.overlapCount, share: draft.overlapShare / 100 },
    annotatorIds: [...annotatorIds],
  };
}

/** The parts of the form that are not as they must be yet. */
export function draftProblems(draft: TaskDraft): ReadonlySet<"name" | "classes" | "questions"> {
  const result = createTaskInput.safeParse(taskInput(draft, "any"));
  const fields = new Set(result.error?.issues.map(({ path }) => path[0]) ?? []);
  return new Set((["name", "classes", "questions"] as const).filter((field) => fields.has(field)));
}

function splitValues(text: string): string[] {
  return text
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
