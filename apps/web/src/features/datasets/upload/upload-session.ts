import { DetailedError, type PreviousUpload, Upload } from "tus-js-client";
import { type TransferRate, updateRate } from "./transfer-rate.ts";

/** Bytes a request: what a dropped connection costs at most, and below what proxies commonly let through. */
const chunkBytes = 8 * 1024 * 1024;

/** Waits between attempts; after the last, the reader is asked. */
const retryDelaysMs = [0, 1000, 3000, 5000, 10_000, 20_000];

export type UploadState =
  | { status: "sending" | "paused"; sentBytes: number; totalBytes: number; rate: TransferRate | null }
  | { status: "storing" }
  | { status: "done"; uploadId: string }
  | { status: "failed"; code: string | null };

export interface UploadSession {
  pause(): void;
  resume(): void;
  /** Stops and has the server forget what it received. */
  cancel(): Promise<void>;
}

interface SessionOptions {
  group: string;
  file: File;
  onState(state: UploadState): void;
}

/**
 * Sends a file in resumable pieces. The address of the upload is kept in the browser until it is complete: choosing
 * the same file again, also after a reload or a crash, goes on where it stopped.
 */
export async function startUpload({ group, file, onState }: SessionOptions): Promise<UploadSession> {
  let sentBytes = 0;
  let rate: TransferRate | null = null;
  let stopped = false;
  const report = (status: "sending" | "paused") => onState({ status, sentBytes, totalBytes: file.size, rate });

  const upload = new Upload(file, {
    endpoint: "/api/uploads",
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    metadata: { group, filename: file.name },
    fingerprint: async () => fingerprint(group, file),
    removeFingerprintOnSuccess: true,
    onProgress: (sent, total) => {
      if (stopped) return;
      sentBytes = sent;
      rate = updateRate(rate, sent, performance.now());
      if (sent === total) onState({ status: "storing" });
      else report("sending");
    },
    onSuccess: () => onState({ status: "done", uploadId: uploadIdOf(upload) }),
    onError: (error) => onState({ status: "failed", code: error instanceof DetailedError ? refusalCode(error) : null }),
    // A refusal stays one; only what the network or a restarting server did is worth another attempt.
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status >= 500 || status === 409 || status === 423;
    },
  });

  const previous = newest(await upload.findPreviousUploads());
  if (previous) upload.resumeFromPreviousUpload(previous);
  report("sending");
  upload.start();
  return {
    pause() {
      stopped = true;
      rate = null;
      void upload.abort();
      report("paused");
    },
    resume() {
      stopped = false;
      report("sending");
      upload.start();
    },
    async cancel() {
      stopped = true;
      await upload.abort(true);
    },
  };
}

/** Same group, same name, same size, same date: the same file, as far as a browser can tell. */
function fingerprint(group: string, file: File): string {
  return ["diaphane", group, file.name, file.size, file.lastModified].join("|");
}

function newest(uploads: PreviousUpload[]): PreviousUpload | undefined {
  return uploads.toSorted((a, b) => Date.parse(b.creationTime) - Date.parse(a.creationTime))[0];
}

function uploadIdOf(upload: Upload): string {
  return new URL(upload.url ?? "", window.location.href).pathname.split("/").at(-1) ?? "";
}

/** The server's own code for a refusal, e.g. `upload-too-large`; null when it never answered. */
function refusalCode(error: DetailedError): string | null {
  return error.originalResponse?.getBody().trim() || null;
}
