import type { LabelValue } from "@diaphane/core/schemas";
import { type Asked, answerQuestion, endsByItself, isComplete, toggleClass } from "../session/answer-rules.ts";
import type { ChoiceKeys } from "../session/choice-keys.ts";
import { nextOpen, redo, type Said, say, undo } from "../session/session.ts";
import type { LabelSession } from "../session/use-label-session.ts";

/** What a person can do with the image that is shown. Where the last answer ends an image the next one comes by itself. */
export function useAnswering(asked: Asked, { session, commit, move }: LabelSession) {
  const image = session.images[session.position];

  /** Says it of the image that is shown now, which another key may have changed since this was drawn. */
  function change(make: (said: Said) => Said, goesOn = false) {
    let isDone = false;
    commit((now, operationId) => {
      const shown = now.images[now.position];
      if (!shown) return now;
      const said = make(shown.said);
      isDone = said.isDone;
      return say(now, shown.assignmentId, said, operationId);
    });
    if (goesOn && isDone) move((now) => nextOpen(now, now.position + 1));
  }

  /** An answer: it ends the image where nothing more is asked, and keeps it ended where it was. */
  function answer(make: (value: LabelValue) => LabelValue) {
    change(({ value, isDone }) => {
      const said = make(value);
      return { value: said, isDone: endsByItself(asked, said) || (isDone && isComplete(asked, said)) };
    }, asked.kind !== "SEVERAL_CLASSES");
  }

  const chooseClass = (index: number) => answer((value) => toggleClass(asked.kind, value, index));
  const chooseAttribute = (name: string, chosen: string) => answer((value) => answerQuestion(value, name, chosen));

  return {
    chooseClass,
    chooseAttribute,
    writeNote: (note: string) => change(({ value, isDone }) => ({ value: { ...value, note }, isDone })),
    done: () => {
      if (!image || !isComplete(asked, image.said.value)) return;
      if (image.said.isDone) move((now) => nextOpen(now, now.position + 1));
      else change(({ value }) => ({ value, isDone: isComplete(asked, value) }), true);
    },
    previous: () => move((now) => now.position - 1),
    next: () => move((now) => now.position + 1),
    undo: () => commit(undo),
    redo: () => commit(redo),
    choices: (keys: ChoiceKeys): ReadonlyMap<string, () => void> =>
      new Map([
        ...keys.classes.flatMap((key, index) => (key ? [[key, () => chooseClass(index)] as const] : [])),
        ...keys.values.flatMap((ofQuestion, question) => {
          const { name = "", values = [] } = asked.questions[question] ?? {};
          return ofQuestion.flatMap((key, index) => {
            const value = values[index];
            return key && value ? [[key, () => chooseAttribute(name, value)] as const] : [];
          });
        }),
      ]),
  };
}
