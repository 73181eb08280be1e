import { type ComposerSession, openComposer } from "./composer-session.ts";
import type { ComposerReply, ComposerRequest } from "./protocol.ts";

/** The worker's end of composer-client.ts. */
let session: ComposerSession | null = null;

self.onmessage = ({ data }: MessageEvent<ComposerRequest>) => {
  try {
    reply({ kind: "done", id: data.id, output: run(data) });
  } catch (error) {
    reply({ kind: "failed", id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};

function run(request: ComposerRequest): unknown {
  if (request.call === "open") {
    session = openComposer(request.input.cases, request.input.head);
    return null;
  }
  if (!session) throw new Error(`"${request.call}" before "open"`);
  if (request.call === "fit") return session.fit(request.input);
  return session.measure(request.input.alpha, request.input.draws);
}

function reply(message: ComposerReply): void {
  self.postMessage(message);
}
