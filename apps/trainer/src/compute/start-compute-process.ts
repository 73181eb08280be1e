import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { JobFailure } from "../jobs/explain-failure.ts";
import type { Answer, ComputationName, Input, Output } from "./computations.ts";

const entry = fileURLToPath(new URL("./compute-process.ts", import.meta.url));

/** A computation failed in a way that it would fail again. */
export class ComputationFailed extends Error {
  override readonly name = "ComputationFailed";
  readonly failure: JobFailure;

  constructor(failure: JobFailure) {
    super(String(failure.detail["message"] ?? failure.code));
    this.failure = failure;
  }
}

/** A process of its own that computes with one model, so that the worker stays free. */
export interface ComputeProcess {
  /**
   * One call at a time. `onProgress` hears how far it is, 0…1.
   *
   * @throws ComputationFailed; the signal's reason when aborted, and then the process is gone
   */
  call<Name extends ComputationName>(
    name: Name,
    input: Input<Name>,
    onProgress?: (share: number) => void,
  ): Promise<Output<Name>>;
  end(): void;
}

export function startComputeProcess(signal: AbortSignal): ComputeProcess {
  const child = fork(entry, [], { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const end = () => {
    signal.removeEventListener("abort", end);
    child.kill("SIGKILL");
  };
  signal.addEventListener("abort", end, { once: true });
  return {
    end,
    async call(name, input, onProgress) {
      signal.throwIfAborted();
      return await ask<Output<typeof name>>(child, { name, input }, signal, onProgress);
    },
  };
}

function ask<Result>(
  child: ChildProcess,
  request: { name: ComputationName; input: unknown },
  signal: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.removeListener("message", onMessage);
      child.removeListener("exit", onExit);
      child.removeListener("error", onError);
      finish();
    };
    const onMessage = (answer: Answer<Result>) => {
      if (answer.kind === "progress") onProgress?.(answer.share);
      else if (answer.kind === "done") settle(() => resolve(answer.output));
      else settle(() => reject(new ComputationFailed(answer.failure)));
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number | null, killedBy: NodeJS.Signals | null) => {
      const message = `the computing process ended by itself (${killedBy ?? `exit code ${code}`})`;
      const failure = new ComputationFailed({ code: "process-died", detail: { message } });
      settle(() => reject(signal.aborted ? signal.reason : failure));
    };
    child.on("message", onMessage);
    child.on("error", onError);
    child.on("exit", onExit);
    child.send({ name: request.name, input: request.input });
  });
}
