import { expect, test } from "vitest";
import { describeDifferences } from "./describe-differences.ts";

test("says who is ahead where, in means over seeds, and keeps silent of what was not run", () => {
  const pairs = [
    { name: "cells", ours: [0.9, 0.94], theirs: [0.9] },
    { name: "vessels", ours: [0.6], theirs: [0.65] },
    { name: "brains", ours: [], theirs: [0.5] },
  ];
  expect(describeDifferences(pairs)).toBe("+0.020 on cells, −0.050 on vessels");
  expect(describeDifferences([])).toBe("not run yet");
});
