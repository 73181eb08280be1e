import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import errors from "../../messages/en/errors.json";

const core = fileURLToPath(new URL("../../../../packages/core/src/", import.meta.url));
const thrown = /new (?:Conflict|Forbidden|InvalidInput)Error\(\s*"([a-z-]+)"/g;

describe("sentences for errors", () => {
  const sources = globSync("**/*.ts", { cwd: core }).filter((file) => !file.endsWith(".test.ts"));
  const codes = new Set(
    sources.flatMap((file) =>
      [...readFileSync(`${core}/${file}`, "utf8").matchAll(thrown)].map(([, code]) => code ?? ""),
    ),
  );

  it("finds the codes that the rules throw", () => {
    expect(codes).toContain("last-owner");
  });

  it("exist for every code that the rules throw", () => {
    expect([...codes].filter((code) => !Object.hasOwn(errors, code))).toEqual([]);
  });
});
