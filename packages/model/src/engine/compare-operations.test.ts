import { expect, it } from "vitest";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { compareOperations } from "./compare-operations.ts";
import { rawOperations } from "./raw-operations.ts";

useEngine("cpu");

it("has nothing to compare on an engine without operations of its own", async () => {
  expect(rawOperations()).toBeNull();
  expect(await expectNoLeak(compareOperations)).toEqual([]);
});
