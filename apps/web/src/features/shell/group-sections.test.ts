import { expect, test } from "vitest";
import { sectionAddress, sectionsFor } from "./group-sections.ts";

test("a role is offered the parts of a group that it may see", () => {
  expect(sectionsFor("ANNOTATOR")).toEqual(["home", "data", "label", "members"]);
  for (const role of ["RESEARCHER", "REVIEWER"] as const)
    expect(sectionsFor(role)).toEqual(["home", "data", "label", "models", "bias", "reviews", "members"]);
  expect(sectionsFor("OWNER")).toEqual(["home", "data", "label", "models", "bias", "reviews", "members", "log"]);
  expect(sectionsFor("PUBLIC")).toEqual([]);
});

test("a part has the address of its page", () => {
  expect(sectionAddress("demo", "home")).toBe("/g/demo");
  expect(sectionAddress("demo", "models")).toBe("/g/demo/models");
});
