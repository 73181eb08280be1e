import { randomBytes } from "node:crypto";
import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { log } from "./log.ts";

/** What the browser is told about an error: a code to translate and the values that its sentence needs. */
export interface ErrorDetail {
  code: string;
  values: Record<string, string | number>;
}

/** The domain errors of packages/core by name. */
const codes: Record<string, TRPC_ERROR_CODE_KEY> = {
  NotFoundError: "NOT_FOUND",
  ForbiddenError: "FORBIDDEN",
  InvalidInputError: "BAD_REQUEST",
  DataError: "BAD_REQUEST",
  ConflictError: "CONFLICT",
};

/**
 * Domain errors keep their code and values; a failed parse names the fields; everything else becomes "internal" with an id
 * to quote, under which the whole of it is in the log.
 */
export function toTrpcError(error: TRPCError, request: { path: string; type: string }): TRPCError {
  const cause = error.cause;
  if (cause instanceof DetailedError) return error;
  const code = cause && codes[cause.name];
  if (cause && code) return detailed(code, domainDetail(cause), cause);
  if (cause instanceof ZodError) return detailed("BAD_REQUEST", inputDetail(cause), cause);
  if (error.code === "UNAUTHORIZED") return detailed("UNAUTHORIZED", { code: "sign-in-required", values: {} }, error);
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  const id = randomBytes(4).toString("hex");
  log.error({ id, ...request, err: cause ?? error }, "request failed");
  return detailed("INTERNAL_SERVER_ERROR", { code: "internal", values: { id } }, error);
}

/** Carries the detail from where it is known to the formatter below. */
class DetailedError extends Error {
  readonly detail: ErrorDetail;
  constructor(detail: ErrorDetail, cause: unknown) {
    super(detail.code, { cause });
    this.detail = detail;
  }
}

function detailed(code: TRPC_ERROR_CODE_KEY, detail: ErrorDetail, cause: unknown): TRPCError {
  return new TRPCError({ code, message: detail.code, cause: new DetailedError(detail, cause) });
}

function domainDetail(error: Error): ErrorDetail {
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const given = "values" in error && error.values !== null && typeof error.values === "object" ? error.values : {};
  const values = Object.entries(given).flatMap(([key, value]) =>
    typeof value === "number" || typeof value === "string" ? [[key, value] as const] : [],
  );
  return { code, values: Object.fromEntries(values) };
}

function inputDetail(error: ZodError): ErrorDetail {
  const fields = error.issues.map((issue) => issue.path.join(".")).filter(Boolean);
  return { code: "invalid-input", values: { fields: [...new Set(fields)].join(", ") } };
}

/** The shape of every error that leaves the server: no message of a library, no stack, no path on a disk. */
export function formatError<Shape extends { message: string; data: { stack?: string } }>(failure: {
  shape: Shape;
  error: TRPCError;
  path: string | undefined;
  type: string;
}) {
  const { shape, error, path = "", type } = failure;
  // What a running subscription throws, or the making of the context, has passed no middleware.
  const known = error.cause instanceof DetailedError ? error : toTrpcError(error, { path, type });
  const { stack: _hidden, ...data } = shape.data;
  const detail = known.cause instanceof DetailedError ? known.cause.detail : plainDetail(known.code);
  return { ...shape, message: detail.code, data: { ...data, code: known.code, detail } };
}

function plainDetail(code: TRPC_ERROR_CODE_KEY): ErrorDetail {
  return { code: code.toLowerCase().replaceAll("_", "-"), values: {} };
}
