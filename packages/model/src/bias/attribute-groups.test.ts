import { expect, it } from "vitest";
import { attributeGroups } from "./attribute-groups.ts";

it("takes the values of a categorical attribute as they are, and what nobody knows as missing", () => {
  const column = Float32Array.of(1, 0, Number.NaN, 1);
  const groups = attributeGroups({ name: "sex", kind: "CATEGORICAL", values: ["female", "male"], column }, [0, 2, 3]);
  expect(groups).toEqual({ name: "sex", values: ["female", "male"], of: Int32Array.of(1, -1, 1) });
});

it("puts a continuous attribute into bands of as many images each", () => {
  const column = Float32Array.of(10, 20, 30, 40, 50, 60, 70, 80, Number.NaN);
  const groups = attributeGroups({ name: "age", kind: "CONTINUOUS", values: [], column }, [...column.keys()]);
  expect(groups.values).toEqual(["10–30", "30–50", "50–70", "70–80"]);
  expect([...groups.of]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, -1]);
});

it("keeps the sign of a band's ends apart from what is between them", () => {
  const column = Float32Array.of(-8, -4, -2, 0);
  const { values } = attributeGroups({ name: "tilt", kind: "CONTINUOUS", values: [], column }, [...column.keys()]);
  expect(values).toEqual(["-8 … -4", "-4 … -2", "-2 … 0", "0 … 0"]);
});

it("makes no band without images when most values are the same", () => {
  const column = Float32Array.of(0, 0, 0, 0, 0, 0, 5);
  const { values, of } = attributeGroups({ name: "years", kind: "CONTINUOUS", values: [], column }, [...column.keys()]);
  expect(values).toEqual(["0–5"]);
  expect(new Set(of)).toEqual(new Set([0]));
});
