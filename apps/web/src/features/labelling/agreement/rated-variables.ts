import type { LabelValue, TaskClass } from "@diaphane/core/schemas";
import { type Asked, chosenClasses } from "../session/answer-rules.ts";

/** One thing that people can agree on: a choice of one out of some values. */
export interface RatedVariable {
  /** Of the class or question; null for the choice of the class itself. */
  name: string | null;
  values: readonly string[];
  level: "nominal" | "ordinal";
  /** The place of what a label says among the values; undefined when it says nothing of it. */
  of(value: LabelValue): number | undefined;
}

/**
 * What a task's labels are compared in: the class, whether each class was chosen (which tells the classes that are hard), and the answer
 * to each question.
 */
export function ratedVariables(
  task: Asked & { classes: readonly TaskClass[] },
  words: { yes: string; no: string },
): RatedVariable[] {
  const isChoice = task.kind === "ONE_CLASS" || task.kind === "ORDINAL_CLASS";
  const choice: RatedVariable = {
    ...{ name: null, values: task.classes.map(({ name }) => name) },
    level: task.kind === "ORDINAL_CLASS" ? "ordinal" : "nominal",
    of: (value) => chosenClasses(value)[0],
  };
  const ofClasses = task.classes.map(({ name }, index): RatedVariable => {
    const of = (value: LabelValue) => (chosenClasses(value).includes(index) ? 1 : 0);
    return { name, values: [words.no, words.yes], level: "nominal", of };
  });
  const ofQuestions = task.questions.map(({ name, values }): RatedVariable => {
    const of = (value: LabelValue) => {
      const index = values.indexOf(value.attributes[name] ?? "");
      return index === -1 ? undefined : index;
    };
    return { name, values, level: "nominal", of };
  });
  // With two classes one tells all of the other.
  const telling = isChoice && task.classes.length === 2 ? [] : ofClasses;
  return [...(isChoice ? [choice] : []), ...telling, ...ofQuestions];
}
