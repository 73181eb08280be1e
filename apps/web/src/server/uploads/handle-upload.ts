import path from "node:path";
import { FileStore } from "@tus/file-store";
import { MemoryLocker, Metadata, Server } from "@tus/server";
import { fileProblem } from "../../features/datasets/upload/file-rules.ts";
import { isSameOrigin } from "../same-origin.ts";
import { finishOnce } from "./finish-once.ts";
import { toTusError, UploadRefusal } from "./upload-refusal.ts";

/** The rules of packages/core that an upload asks, already bound to who is asking. */
export interface UploadRules {
  /** Throws ForbiddenError or NotFoundError when this actor may not import into the group. */
  create(file: { group: string; fileName: string; sizeBytes: number }): Promise<{ id: string }>;
  /** Throws NotFoundError when there is no such upload, or it is not this actor's to see. */
  get(id: string): Promise<{ sizeBytes: number; isFinished: boolean }>;
  /** The last byte has arrived in `path`: takes the file over. Called again after a crash, so it must bear that. */
  finish(id: string, path: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface UploadLimits {
  /** Folder for files on their way in. */
  folder: string;
  maxBytes: number;
}

export const uploadsPath = "/api/uploads";

const locker = new MemoryLocker();

/**
 * Answers one request of the tus 1.0 protocol (create, resume, send, cancel). Bytes go from the socket to a file and are
 * never gathered in memory. Every request is checked against the rules before a byte is read; an upload that is not
 * the actor's answers 404 like one that never was.
 */
export async function handleUpload(request: Request, rules: UploadRules, limits: UploadLimits): Promise<Response> {
  if (!isSameOrigin(request)) return plain(403, "other-origin");
  const id = uploadIdIn(request);
  if (request.method === "HEAD" && id !== null) {
    const finished = await finishedUpload(id, rules);
    if (finished) return finished;
  }
  const finish = (upload: string) => finishOnce(upload, () => rules.finish(upload, path.join(limits.folder, upload)));
  const datastore = new FileStore({ directory: limits.folder });
  const server = new Server({
    path: uploadsPath,
    datastore,
    locker,
    relativeLocation: true,
    maxSize: limits.maxBytes,
    // No other site has business here: no CORS headers at all.
    allowedOrigins: () => false,
    getFileIdFromRequest: () => id ?? undefined,
    namingFunction: async (incoming) => (await rules.create(describedFile(incoming.headers, limits.maxBytes))).id,
    onIncomingRequest: async (_incoming, upload) => {
      const { isFinished } = await rules.get(upload);
      if (isFinished) throw new UploadRefusal(410, "upload-finished");
    },
    onUploadFinish: async (_incoming, upload) => {
      await finish(upload.id);
      return {};
    },
    onResponseError: (_incoming, error) => toTusError(error),
  });
  const response = await server.handleWeb(request);
  if (!response.ok || id === null) return response;
  if (request.method === "DELETE") return rules.remove(id).then(() => response, refusalOf);
  if (request.method !== "HEAD" || !isComplete(response)) return response;
  // The last byte came, and then the server died or the store was away. A browser takes an offset at the end for success.
  return finish(id).then(() => response, refusalOf);
}

/** The name and size that a new upload announces. Throws UploadRefusal when it is none that we take. */
function describedFile(headers: Headers, maxBytes: number): { group: string; fileName: string; sizeBytes: number } {
  const length = headers.get("upload-length");
  if (length === null) throw new UploadRefusal(400, "upload-length-missing");
  const metadata = Metadata.parse(headers.get("upload-metadata") ?? undefined);
  const fileName = metadata["filename"] ?? "";
  const sizeBytes = Number(length);
  const problem = fileProblem({ name: fileName, size: sizeBytes }, maxBytes);
  if (problem) throw new UploadRefusal(problem === "tooLarge" ? 413 : 422, `upload-${problem}`);
  return { group: metadata["group"] ?? "", fileName, sizeBytes };
}

/**
 * Says that everything has arrived to whoever asks after the temporary file is gone: a browser that missed the last answer
 * would otherwise send the whole file again.
 */
async function finishedUpload(id: string, rules: UploadRules): Promise<Response | null> {
  try {
    const { isFinished, sizeBytes } = await rules.get(id);
    if (!isFinished) return null;
    const headers = {
      "Tus-Resumable": "1.0.0",
      "Cache-Control": "no-store",
      "Upload-Offset": `${sizeBytes}`,
      "Upload-Length": `${sizeBytes}`,
    };
    return new Response(null, { status: 200, headers });
  } catch (error) {
    return refusalOf(error);
  }
}

function isComplete({ headers }: Response): boolean {
  return headers.get("upload-offset") === headers.get("upload-length");
}

function refusalOf(error: unknown): Response {
  const { status_code, body } = toTusError(error);
  return plain(status_code, body);
}

/** The id in the address; only letters, digits and dashes, so that it can never name a path. */
function uploadIdIn(request: Request): string | null {
  const rest = new URL(request.url).pathname.slice(uploadsPath.length + 1);
  return /^[A-Za-z0-9-]{1,64}$/.test(rest) ? rest : null;
}

function plain(status: number, body: string): Response {
  return new Response(body, { status, headers: { "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" } });
}
