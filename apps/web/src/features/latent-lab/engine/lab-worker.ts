import { type LabSession, openSession } from "./lab-session.ts";
import { EngineError, type EngineReply, type EngineRequest } from "./protocol.ts";

/** The worker's end of engine-client.ts: one bundle, one engine, calls answered in the order in which they came. */
let session: LabSession | null = null;
let last: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<EngineRequest>) => {
  last = last.then(() => answer(data));
};

async function answer(request: EngineRequest): Promise<void> {
  try {
    reply({ kind: "done", id: request.id, output: await run(request) });
  } catch (error) {
    const { code, values } =
      error instanceof EngineError ? error : new EngineError("engineFailed", { engine: "", detail: String(error) });
    reply({ kind: "failed", id: request.id, code, values });
  }
}

async function run(request: EngineRequest): Promise<unknown> {
  if (request.call === "open") {
    const { address, engine } = request.input;
    session = await openSession(address, engine, (loadedBytes, totalBytes) =>
      reply({ kind: "progress", loadedBytes, totalBytes }),
    );
    return session.model;
  }
  if (!session) throw new Error(`"${request.call}" before "open"`);
  switch (request.call) {
    case "encode":
      return session.encode(request.input.image);
    case "compare": {
      const { image, ...said } = request.input;
      return session.compare(image, said);
    }
    case "decode":
      return session.decode(request.input.z);
    case "draw":
      return session.draw(request.input.seed);
    case "gradCam":
      return session.explaining.gradCam(request.input.pixels, request.input.contrast);
    case "occlude": {
      const { pixels, classIndex, patches } = request.input;
      return session.explaining.occlude(pixels, classIndex, patches);
    }
    case "shift": {
      const { z, contrast, level } = request.input;
      return session.explaining.shift(z, contrast, level);
    }
    case "read":
      return session.explaining.read(request.input.pixels);
    case "time":
      return session.time(request.input.budgetMilliseconds);
  }
}

function reply(message: EngineReply): void {
  // Pixels are handed over, not copied.
  const transfer = message.kind === "done" && message.output instanceof Float32Array ? [message.output.buffer] : [];
  self.postMessage(message, { transfer });
}
