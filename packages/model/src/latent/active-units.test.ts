import { expect, it } from "vitest";
import { activeUnits } from "./active-units.ts";

it("are those whose mean varies by more than .01", () => {
  expect(activeUnits({ deviation: [0.05, 0.11, 1, 0, 0.099] })).toEqual([1, 2]);
});
