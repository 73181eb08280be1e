import { DataError } from "@diaphane/data";
import { describe, expect, it } from "vitest";
import { explainFailure, isPassing } from "./explain-failure.ts";

function prismaError(name: string, code?: string, message = "") {
  return Object.assign(new Error(message), { name }, code ? { code } : {});
}

describe("isPassing", () => {
  it.each([
    ["a refused connection", Object.assign(new Error(), { code: "ECONNREFUSED" })],
    ["a database that can't be reached", prismaError("PrismaClientKnownRequestError", "P1001")],
    ["a connection that was closed", prismaError("PrismaClientKnownRequestError", "P1017")],
    ["a full pool", prismaError("PrismaClientKnownRequestError", "P2024")],
    ["a deadlock", prismaError("PrismaClientKnownRequestError", "P2034")],
    ["a database that shuts down", prismaError("PrismaClientKnownRequestError", "P2010", "Code: `57P01`. Message: …")],
    ["a start that failed", prismaError("PrismaClientInitializationError")],
  ])("%s may be gone at the next try", (_, error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    ["a value that a column can't hold", prismaError("PrismaClientKnownRequestError", "P2010", "Code: `22P05`.")],
    ["a row that is there already", prismaError("PrismaClientKnownRequestError", "P2002")],
    ["a query that is none", prismaError("PrismaClientValidationError")],
    ["a mistake in the program", new TypeError("x is undefined")],
    ["no error", "text"],
  ])("%s stays: the job ends instead of running a hundred times", (_, error) => {
    expect(isPassing(error)).toBe(false);
  });
});

describe("explainFailure", () => {
  it("hands on what a DataError says", () => {
    const detail = { code: "corrupt", file: "a.npz", expected: "b", found: "c", advice: "d" } as const;
    expect(explainFailure(new DataError(detail))).toEqual({ code: "corrupt", detail });
  });

  it("keeps what is stored short and readable", () => {
    const { code, detail } = explainFailure(new Error(`\0${"x".repeat(5000)}`));
    expect(code).toBe("unexpected");
    expect(detail["message"]).toBe(`�${"x".repeat(299)}…`);
  });
});
