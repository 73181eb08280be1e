import { expect, it } from "vitest";
import { visibleRemoval } from "./visible-removal.ts";

/** The tag lifts the second latent by 4 in label 0 and by 6 in label 1; the label lifts the first by 10. */
const cases = {
  codes: Float32Array.of(0, 0, 0, 2, 0, 5, 10, 1, 10, 7, 10, 7),
  labels: Int32Array.of(0, 0, 0, 1, 1, 1),
  attributes: [{ name: "tag", values: ["no", "yes"], of: Int32Array.of(0, 0, 1, 0, 1, 1) }],
};

it("is the difference of means within the case's own label", () => {
  const removal = visibleRemoval(cases, 2);
  expect([...removal(0, [1])]).toEqual([0, -4]);
  expect([...removal(1, [1])]).toEqual([0, -6]);
});

it("leaves what has the first value already, and what nothing is known of", () => {
  const removal = visibleRemoval(cases, 2);
  for (const [label, value] of [
    [0, 0],
    [1, -1],
    [-1, 1],
  ] as const) {
    expect([...removal(label, [value])]).toEqual([0, 0]);
  }
});

it("adds up over attributes", () => {
  const other = { name: "side", values: ["l", "r"], of: Int32Array.of(0, 1, 0, 0, 0, 0) };
  const removal = visibleRemoval({ ...cases, attributes: [...cases.attributes, other] }, 2);
  // Side "r" is the one case at 2; "l" has a mean of (0 + 5) / 2.
  expect([...removal(0, [1, 1])]).toEqual([0, -3.5]);
});
