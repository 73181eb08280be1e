import { expect, test } from "vitest";
import { addWrite, noWrites, settleWrites } from "./address-writes.ts";

const clicked = ["a=1", "a=1&b=1"].reduce(addWrite, settleWrites(noWrites, ""));

test("the newest write stays while the router is at an older one, or skips it", () => {
  const first = settleWrites(clicked, "a=1");
  expect(first.pending).toEqual(["a=1&b=1"]);
  // Each component that shows parameters hears it.
  expect(settleWrites(first, "a=1")).toBe(first);
  expect(settleWrites(first, "a=1&b=1").pending).toEqual([]);
  expect(settleWrites(clicked, "a=1&b=1").pending).toEqual([]);
});

test("a link that is followed meanwhile wins", () => {
  expect(settleWrites(clicked, "version=2")).toEqual({ told: "version=2", pending: [] });
});
