import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Bundle, TrainingCancelled, type TrainingEvent } from "@diaphane/model";
import type { JobFailure } from "./explain-failure.ts";
import { JobReturned } from "./stop-reason.ts";
import type { FromTraining, ToTraining, TrainingTask } from "./training-protocol.ts";

const entry = fileURLToPath(new URL("./training-process.ts", import.meta.url));

/** Training failed in a way that it would fail again. */
export class TrainingFailed extends Error {
  override readonly name = "TrainingFailed";
  readonly failure: JobFailure;

  constructor(failure: JobFailure) {
    super(String(failure.detail["message"] ?? failure.code));
    this.failure = failure;
  }
}

export interface TrainInProcessOptions {
  /** Aborting makes training save a checkpoint and stop within a step. */
  signal: AbortSignal;
  /** Called in order, one at a time. */
  onEvent(event: TrainingEvent): Promise<void>;
  onStart(pid: number | undefined): void;
}

/**
 * Trains in a process of its own, so that this one stays free while a step computes.
 *
 * @throws TrainingCancelled; TrainingFailed; JobReturned when the process was killed after it had got on; what `onEvent` throws
 */
export async function trainInProcess(
  task: TrainingTask,
  { signal, onEvent, onStart }: TrainInProcessOptions,
): Promise<Bundle> {
  const child = fork(entry, [], { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
  onStart(child.pid);
  const tell = (message: ToTraining) => void (child.connected && child.send(message));
  const stop = () => tell({ kind: "stop" });
  signal.addEventListener("abort", stop, { once: true });
  try {
    tell({ kind: "task", task });
    if (signal.aborted) stop();
    const ending = await followTraining(child, onEvent);
    if (ending.kind === "cancelled") throw new TrainingCancelled(ending.step);
    if (ending.kind === "failed") throw new TrainingFailed(ending.failure);
    return ending.bundle;
  } finally {
    signal.removeEventListener("abort", stop);
    // It ends by itself when nobody listens any more.
    if (child.connected) child.disconnect();
  }
}

type Ending = Exclude<FromTraining, { kind: "event" }>;

/** Handles events one after the other, until the process has said how training ended. */
function followTraining(child: ChildProcess, onEvent: (event: TrainingEvent) => Promise<void>): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let handled = Promise.resolve();
    let hasProgressed = false;
    child.on("message", (message: FromTraining) => {
      if (message.kind !== "event") {
        handled.then(() => resolve(message), reject);
        return;
      }
      if (message.event.kind === "checkpoint") hasProgressed = true;
      handled = handled.then(() => onEvent(message.event));
      handled.catch(reject);
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      const words = `the training process ended by itself (${signal ?? `exit code ${code}`})`;
      // Killed before its first checkpoint it would be killed again: out of memory, most likely.
      const failure = { code: "process-died", detail: { message: words } };
      handled.then(() => reject(hasProgressed ? new JobReturned(words) : new TrainingFailed(failure)), reject);
    });
  });
}
