import { expect, test } from "vitest";
import { namedSubjects } from "./subjects.ts";

test("whoever is not named is a person of their own", () => {
  expect(namedSubjects(["a", null, "a", null])).toEqual(["a", "unnamed 1", "a", "unnamed 3"]);
});
