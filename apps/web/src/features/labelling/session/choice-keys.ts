import type { TaskQuestion } from "@diaphane/core/schemas";

/** One key a choice. Letters that do something else on the page (g, i, n) are left out. */
const pool = [..."1234567890qwertyuopasdfhjklzxcvbm"];

export interface ChoiceKeys {
  /** Of each class; undefined past the keys that there are. */
  classes: (string | undefined)[];
  /** Of each value of each question. */
  values: (string | undefined)[][];
}

/** The keys of a task's choices: classes first, then the values of the questions, in the order in which they are shown. */
export function choiceKeys(classCount: number, questions: readonly TaskQuestion[]): ChoiceKeys {
  let next = 0;
  const classes = Array.from({ length: classCount }, () => pool[next++]);
  const values = questions.map((question) => question.values.map(() => pool[next++]));
  return { classes, values };
}
