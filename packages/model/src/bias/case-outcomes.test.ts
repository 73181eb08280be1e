import { expect, it } from "vitest";
import { caseOutcomes, groupRows } from "./case-outcomes.ts";

const two = { classCount: 2, threshold: 0.5, noFinding: 0 };

it("tells what was missed from false alarms, and leaves the unlabelled out", () => {
  const logits = [0, 2, 2, 0, 0, 2, 2, 0, 0, 1];
  const outcomes = caseOutcomes(logits, [1, 1, 0, 0, -1], two);
  expect(outcomes.map(({ row, kind }) => [row, kind])).toEqual([
    [0, "right"],
    [1, "missed"],
    [2, "falseAlarm"],
    [3, "right"],
  ]);
  expect(outcomes[0]?.confidence).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
});

it("calls two classes by the report's threshold, not by the likelier", () => {
  expect(caseOutcomes([0, -1], [1], { ...two, threshold: 0.2 })).toMatchObject([{ predicted: 1, kind: "right" }]);
});

it("knows one finding taken for another, and only confusions where no class says that there is none", () => {
  const logits = [0, 5, 0, 0, 0, 5, 5, 0, 0];
  const three = { classCount: 3, threshold: null, noFinding: 0 };
  expect(caseOutcomes(logits, [2, 0, 1], three).map(({ kind }) => kind)).toEqual(["confused", "falseAlarm", "missed"]);
  expect(caseOutcomes(logits, [2, 0, 1], { ...three, noFinding: null }).map(({ kind }) => kind)).toEqual(
    Array(3).fill("confused"),
  );
});

it("finds the rows of a group, of those without a value, and of an intersection", () => {
  const sex = { name: "sex", values: ["f", "m"], of: Int32Array.of(0, 1, -1, 1, 0) };
  const tag = { name: "tag", values: ["no", "yes"], of: Int32Array.of(0, 0, 1, 1, 1) };
  expect([...groupRows([sex], ["m"])]).toEqual([1, 3]);
  expect([...groupRows([sex], [null])]).toEqual([2]);
  expect([...groupRows([sex, tag], ["m", "yes"])]).toEqual([3]);
  expect([...groupRows([sex, tag], [null, "no"])]).toEqual([]);
  expect([...groupRows([sex], ["other"])]).toEqual([]);
});
