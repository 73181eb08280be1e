import { expect, test } from "vitest";
import { canCompare, readRunIds, toggleRunId } from "./run-ids.ts";

test.each([
  [null, []],
  ["", []],
  ["a,b", ["a", "b"]],
  ["b,a,b", ["b", "a"]],
  ["a,,../b,c d", ["a"]],
  ["a,b,c,d,e,f,g", ["a", "b", "c", "d", "e", "f"]],
])("%s names %j", (parameter, ids) => {
  expect(readRunIds(parameter)).toEqual(ids);
});

test("choosing adds at the end, choosing again takes away, and a seventh is not taken", () => {
  expect(toggleRunId(["a"], "b")).toEqual(["a", "b"]);
  expect(toggleRunId(["a", "b"], "a")).toEqual(["b"]);
  const six = ["a", "b", "c", "d", "e", "f"];
  expect(toggleRunId(six, "g")).toEqual(six);
});

test("two to six can be compared", () => {
  expect([1, 2, 6].map((count) => canCompare(Array(count).fill("x")))).toEqual([false, true, true]);
});
