import { describe, expect, it } from "vitest";
import { fileProblem, suggestedName } from "./file-rules.ts";

describe("file rules", () => {
  it.each([
    ["pneumoniamnist.npz", 10, null],
    ["Tórax 2.NPZ", 10, null],
    ["padufes.zip", 10, null],
    ["scan.dcm", 10, "extension"],
    ["npz", 10, "extension"],
    ["a.npz", 0, "empty"],
    ["a.npz", 101, "tooLarge"],
    ["../a.npz", 10, "name"],
    ["a\\b.npz", 10, "name"],
    ["a\u202Eznp.npz", 10, "name"],
    ["a\u0000.npz", 10, "name"],
    [`${"a".repeat(200)}.npz`, 10, "name"],
    ["", 10, "name"],
  ] as const)("%j of %i bytes: %s", (name, size, problem) => {
    expect(fileProblem({ name, size }, 100)).toBe(problem);
  });

  it("suggests a name", () => {
    expect(suggestedName("chest_x-rays__2024.NPZ")).toBe("chest x-rays 2024");
  });
});
