import { memorySource } from "@diaphane/data/testing";
import { expect, test } from "vitest";
import { refuseRelated } from "./refuse-related.ts";

test("sets with persons of a learned one are refused, others and plain files are not", () => {
  const { meta } = memorySource([]);
  const origin = { id: "pneumonia", subjectOverlaps: ["cxr"], domainOverlaps: ["chest"] };
  expect(() => refuseRelated({ meta, origin }, ["chest", "cxr"])).toThrow(/persons who are in cxr too/);
  expect(() => refuseRelated({ meta, origin }, ["chest", "derm"])).not.toThrow();
  expect(() => refuseRelated({ meta }, ["cxr"])).not.toThrow();
});
