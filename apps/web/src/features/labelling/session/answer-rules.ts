import type { LabelValue, TaskKind, TaskQuestion } from "@diaphane/core/schemas";

/** What a page asks; a part of a task. */
export interface Asked {
  kind: TaskKind;
  questions: readonly TaskQuestion[];
}

/** Nothing said yet. */
export function emptyValue({ kind }: Pick<Asked, "kind">): LabelValue {
  const answer = kind === "QUESTIONS" ? { kind: "none" as const } : { kind: "classes" as const, classIndices: [] };
  return { answer, attributes: {}, note: "" };
}

export function chosenClasses({ answer }: LabelValue): readonly number[] {
  return answer.kind === "classes" ? answer.classIndices : [];
}

/** Chooses a class in place of the one before, or where several may be chosen adds it or takes it away. */
export function toggleClass(kind: TaskKind, value: LabelValue, index: number): LabelValue {
  const chosen = chosenClasses(value);
  const several = chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index];
  const classIndices = kind === "SEVERAL_CLASSES" ? several.toSorted((a, b) => a - b) : [index];
  return { ...value, answer: { kind: "classes", classIndices } };
}

export function answerQuestion(value: LabelValue, name: string, chosen: string): LabelValue {
  return { ...value, attributes: { ...value.attributes, [name]: chosen } };
}

/** Whether everything that has to be said is. */
export function isComplete({ kind, questions }: Asked, value: LabelValue): boolean {
  const isChosen = kind === "SEVERAL_CLASSES" || kind === "QUESTIONS" || chosenClasses(value).length === 1;
  return isChosen && questions.every(({ name }) => Object.hasOwn(value.attributes, name));
}

/** Whether the last answer ends an image by itself; where any number of classes may be chosen only the person knows. */
export function endsByItself(asked: Asked, value: LabelValue): boolean {
  return asked.kind !== "SEVERAL_CLASSES" && isComplete(asked, value);
}
