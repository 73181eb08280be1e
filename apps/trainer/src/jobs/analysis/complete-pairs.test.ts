import { expect, it } from "vitest";
import { completePairs } from "./complete-pairs.ts";

//                 0  1  2  3  4  5  6            7  8
const column = [5, 6, 5, 6, 7, 7, Number.NaN, 8, 9];
const isOdd = [0, 1, 1, 0, 1, 1, 0, 1, 0];
const memberOf = (index: number) => isOdd[index] ?? 0;

it("pairs images with the same value, without before with, and leaves out what has no partner or too many", () => {
  expect(completePairs([...column.keys()], column, memberOf, 100)).toEqual({
    indices: [0, 2, 3, 1],
    pairs: [0, 0, 1, 1],
    firsts: [0, 3],
  });
});

it("takes no more than asked for, and no half pair", () => {
  expect(completePairs([...column.keys()], column, memberOf, 3).indices).toEqual([0, 2]);
  expect(completePairs([0, 1], column, memberOf, 100).indices).toEqual([]);
});
