import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@diaphane/core";
import { TRPCError } from "@trpc/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { formatError, toTrpcError } from "./error-mapper.ts";
import { log } from "./log.ts";

const request = { path: "dataset.get", type: "query" };

/** What the browser gets when a procedure throws `cause`. */
function answerTo(cause: Error) {
  const thrown = new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: cause.message, cause });
  const error = toTrpcError(thrown, request);
  const shape = { message: error.message, data: { code: error.code, stack: "at secret (/srv/app.ts)" } };
  return formatError({ shape, error, ...request });
}

afterEach(() => vi.restoreAllMocks());

describe("error mapper", () => {
  it.each([
    [new NotFoundError("dataset"), "NOT_FOUND", { code: "not-found", values: { entity: "dataset" } }],
    [
      new ForbiddenError("forbidden", { scope: "run:create" }),
      "FORBIDDEN",
      { code: "forbidden", values: { scope: "run:create" } },
    ],
    [new ConflictError("last-owner"), "CONFLICT", { code: "last-owner", values: {} }],
    [new InvalidInputError("wrong-credentials"), "BAD_REQUEST", { code: "wrong-credentials", values: {} }],
  ])("%s keeps its code and values", (error, code, detail) => {
    expect(answerTo(error)).toEqual({ message: detail.code, data: { code, detail } });
  });

  it("names the fields that a parse refused", () => {
    const parsed = z
      .object({ name: z.string(), size: z.object({ width: z.int() }) })
      .safeParse({ size: { width: 0.5 } });
    expect(parsed.error && answerTo(parsed.error).data.detail).toEqual({
      code: "invalid-input",
      values: { fields: "name, size.width" },
    });
  });

  it("hides everything else behind an id, under which the log has it", () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const cause = new Error("password authentication failed for user postgres");
    const answer = answerTo(cause);
    expect(answer.data.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(answer)).not.toMatch(/postgres|secret|srv/);
    const id = answer.data.detail.values["id"];
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(logged).toHaveBeenCalledWith({ id, ...request, err: cause }, "request failed");
  });

  it("maps once: an error that went through keeps its id", () => {
    vi.spyOn(log, "error").mockImplementation(() => undefined);
    const first = toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("x") }), request);
    expect(toTrpcError(first, request)).toBe(first);
  });
});
