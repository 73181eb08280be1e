import { ZodError } from "zod";
import { refuse } from "../binary-answer.ts";
import { log } from "../log.ts";

/** An artifact on its way out of the store; its bytes are verified as they pass. */
export interface OpenArtifact {
  sizeBytes: number;
  chunks: AsyncIterable<Uint8Array>;
}

export interface ArtifactAnswer {
  artifact: OpenArtifact;
  sha256: string;
  contentType: string;
  /** Saved under this name; shown in the page when unset. */
  downloadName?: string;
}

const statusByName: Record<string, number> = { NotFoundError: 404, ForbiddenError: 403, InvalidInputError: 400 };

/**
 * Streams a content-addressed file that `find` opens, or throws when the actor may not have it. It is asked for anew each time, so that whoever lost access gets nothing more, but
 * travels only once: its hash is its ETag.
 */
export async function answerArtifact(request: Request, find: () => Promise<ArtifactAnswer>): Promise<Response> {
  try {
    const { artifact, sha256, contentType, downloadName } = await find();
    const headers = new Headers({
      ETag: `"${sha256}"`,
      "Cache-Control": "private, no-cache",
      Vary: "Cookie",
      "Content-Type": contentType,
    });
    if (downloadName) headers.set("Content-Disposition", `attachment; filename="${downloadName}"`);
    if (request.headers.get("if-none-match")?.includes(`"${sha256}"`))
      return new Response(null, { status: 304, headers });
    const { sizeBytes, chunks } = artifact;
    headers.set("Content-Length", `${sizeBytes}`);
    return new Response(streamOf(chunks), { headers });
  } catch (error) {
    if (error instanceof ZodError) return refuse(400, "invalid-input");
    const status = error instanceof Error ? statusByName[error.name] : undefined;
    if (status !== undefined) return refuse(status, status === 404 ? "not-found" : "refused");
    log.error({ err: error }, "an artifact could not be read");
    return refuse(500, "internal");
  }
}

/** Chunk by chunk as the reader takes them; a reader who leaves closes the file. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
