import { log } from "../log.ts";

/** A refusal by the upload's own rules; the code is what the page translates. */
export class UploadRefusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, code: string) {
    super(code);
    this.status_code = status;
    this.body = code;
  }
}

const statusByName: Record<string, number> = {
  NotFoundError: 404,
  ForbiddenError: 403,
  InvalidInputError: 422,
  ConflictError: 409,
};

/**
 * What goes over the wire for an error: its status and a code, never a message of a library or a path. "Not yours" is
 * already the same error as "not there" when it gets here.
 */
export function toTusError(error: unknown): { status_code: number; body: string } {
  if (error instanceof Error && error.name in statusByName) {
    const code = "code" in error && typeof error.code === "string" ? error.code : "refused";
    return { status_code: statusByName[error.name] ?? 500, body: code };
  }
  if (error !== null && typeof error === "object" && "status_code" in error && typeof error.status_code === "number") {
    const body = "body" in error && typeof error.body === "string" ? error.body : "";
    return { status_code: error.status_code, body };
  }
  log.error({ err: error }, "upload failed");
  return { status_code: 500, body: "internal" };
}
