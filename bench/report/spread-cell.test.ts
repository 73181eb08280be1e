import { expect, test } from "vitest";
import { spreadCell } from "./spread-cell.ts";

test("says how far seeds lie apart, and how many of them there are when some are missing", () => {
  expect(spreadCell([0.9, 0.92, 0.94], 3, 3)).toBe("0.920 ± 0.020");
  expect(spreadCell([0.9, 0.92], 3, 3)).toBe("0.910 ± 0.014 (2 of 3)");
  expect(spreadCell([0.9], 3, 2)).toBe("0.90 (1 of 3)");
  expect(spreadCell([-0.0001], 1, 3)).toBe("0.000");
});

test("tells what was not run from what has no such figure", () => {
  expect(spreadCell([], 3, 3)).toBe("not run");
  expect(spreadCell([null, null], 3, 3)).toBe("–");
});
