import { describe, expect, it } from "vitest";
import { matchesSearch } from "./matches-search.ts";

describe("search", () => {
  it.each([
    ["", true],
    ["TORAX", true],
    ["niños tórax", true],
    ["tórax adultos", false],
    ["  pediatría ", true],
  ])("%j finds the set: %s", (search, found) => {
    expect(matchesSearch(search, ["Radiografías de tórax", "Pediatria: ninos"])).toBe(found);
  });
});
