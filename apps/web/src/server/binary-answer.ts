import { ZodError } from "zod";
import { log } from "./log.ts";

const statusByName: Record<string, number> = { NotFoundError: 404, ForbiddenError: 403, InvalidInputError: 400 };

/**
 * Answers with bytes that never change: the browser may keep them, but no cache that others share, and only under the
 * sign-in they were given to.
 */
export async function answerBytes(make: () => Promise<Uint8Array>): Promise<Response> {
  try {
    const bytes = await make();
    const headers = {
      "Content-Type": "application/octet-stream",
      "Content-Length": `${bytes.byteLength}`,
      "Cache-Control": "private, max-age=31536000, immutable",
      Vary: "Cookie",
    };
    // A view on a buffer of its own; no pixels are copied when it is one already.
    return new Response(
      bytes.buffer instanceof ArrayBuffer
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : bytes.slice(),
      { headers },
    );
  } catch (error) {
    if (error instanceof ZodError) return refuse(400, "invalid-input");
    const status = error instanceof Error ? statusByName[error.name] : undefined;
    if (status !== undefined) return refuse(status, status === 404 ? "not-found" : "refused");
    log.error({ err: error }, "bytes could not be read");
    return refuse(500, "internal");
  }
}

export function refuse(status: number, code: string): Response {
  return new Response(code, { status, headers: { "Cache-Control": "no-store" } });
}
