import { describe, expect, it } from "vitest";
import { answerQuestion, chosenClasses, emptyValue, endsByItself, isComplete, toggleClass } from "./answer-rules.ts";
import { choiceKeys } from "./choice-keys.ts";

const questions = [{ name: "view", values: ["frontal", "lateral"] }];

describe("answers", () => {
  it("of one class replace each other; of several add up and go again, in the order of the classes", () => {
    const one = toggleClass("ONE_CLASS", toggleClass("ONE_CLASS", emptyValue({ kind: "ONE_CLASS" }), 2), 1);
    expect(chosenClasses(one)).toEqual([1]);
    const pressed = [2, 0, 1, 2].reduce((value, index) => toggleClass("SEVERAL_CLASSES", value, index), one);
    expect(chosenClasses(pressed)).toEqual([0]);
  });

  it("are complete when everything asked is answered", () => {
    const asked = { kind: "ORDINAL_CLASS" as const, questions };
    const chosen = toggleClass(asked.kind, emptyValue(asked), 0);
    expect([isComplete(asked, chosen), endsByItself(asked, chosen)]).toEqual([false, false]);
    const answered = answerQuestion(chosen, "view", "lateral");
    expect([isComplete(asked, answered), endsByItself(asked, answered)]).toEqual([true, true]);
  });

  it("of several classes are complete with none, and never end by themselves", () => {
    const asked = { kind: "SEVERAL_CLASSES" as const, questions: [] };
    expect([isComplete(asked, emptyValue(asked)), endsByItself(asked, emptyValue(asked))]).toEqual([true, false]);
  });
});

describe("keys", () => {
  it("are one a choice, classes first, and no other key of the page", () => {
    const { classes, values } = choiceKeys(11, questions);
    expect(classes.join("")).toBe("1234567890q");
    expect(values).toEqual([["w", "e"]]);
    const all = choiceKeys(33, []).classes;
    expect(new Set(all).size).toBe(33);
    expect(all.filter((key) => key && "gin".includes(key))).toEqual([]);
    expect(choiceKeys(34, []).classes.at(-1)).toBeUndefined();
  });
});
