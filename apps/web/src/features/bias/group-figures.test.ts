import { expect, test } from "vitest";
import { worstFirst } from "./group-figures.ts";

const none = {
  ...{ accuracy: null, auroc: null, tpr: null, fpr: null, ppv: null, selectionRate: null },
  ...{ underdiagnosis: null, ece: null, brier: null },
};
const of = (value: number) => ({ value, interval: [value - 0.1, value + 0.1] as [number, number] });

test("the worst group comes first: the lowest where higher is better, the highest where lower is", () => {
  const groups = [
    { key: "a", metrics: { ...none, accuracy: of(0.9), fpr: of(0.3) } },
    { key: "b", metrics: none },
    { key: "c", metrics: { ...none, accuracy: of(0.7), fpr: of(0.1) } },
    { key: "d", metrics: none },
  ];
  expect(worstFirst(groups, "accuracy").map(({ key }) => key)).toEqual(["c", "a", "b", "d"]);
  expect(worstFirst(groups, "fpr").map(({ key }) => key)).toEqual(["a", "c", "b", "d"]);
});
