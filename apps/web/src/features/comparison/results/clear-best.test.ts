import { expect, test } from "vitest";
import { clearBest, sortByFigure } from "./clear-best.ts";

const entry = (key: string, value: number, interval: [number, number] | null) => ({ key, figure: { value, interval } });

test.each([
  ["apart", [entry("a", 0.9, [0.88, 0.92]), entry("b", 0.8, [0.75, 0.87])], "a"],
  ["overlapping", [entry("a", 0.9, [0.86, 0.92]), entry("b", 0.8, [0.75, 0.87])], null],
  ["touching", [entry("a", 0.9, [0.87, 0.92]), entry("b", 0.8, [0.75, 0.87])], null],
  [
    "overlapping with the third only",
    [entry("a", 0.9, [0.85, 0.92]), entry("b", 0.7, [0.6, 0.8]), entry("c", 0.8, [0.7, 0.86])],
    null,
  ],
  ["without an interval", [entry("a", 0.9, [0.88, 0.92]), entry("b", 0.1, null)], null],
  ["with an interval of no width", [entry("a", 1, [1, 1]), entry("b", 0.5, [0.4, 0.6])], null],
  ["alone", [entry("a", 0.9, [0.88, 0.92])], null],
  ["none", [], null],
])("higher is better, %s", (_, entries, best) => {
  expect(clearBest(entries, "higher")).toBe(best);
});

test("lower is better", () => {
  const entries = [entry("a", 0.3, [0.25, 0.35]), entry("b", 0.1, [0.05, 0.2])];
  expect(clearBest(entries, "lower")).toBe("b");
  expect(sortByFigure(entries, "lower").map(({ key }) => key)).toEqual(["b", "a"]);
  expect(sortByFigure(entries, "higher").map(({ key }) => key)).toEqual(["a", "b"]);
});
