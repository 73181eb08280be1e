import type { Head } from "@diaphane/model/latent";
import type { ComposingCases } from "../cases/composing-cases.ts";
import type { ComposerCallName, ComposerCalls, ComposerReply, Fitted, Measured, Recipe, Refused } from "./protocol.ts";

/** A composition in a worker, so that the page never waits. Calls are answered in order. */
export interface Composer {
  fit(recipe: Recipe): Promise<Fitted | Refused>;
  measure(alpha: number, draws: number): Promise<Measured>;
  close(): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker with the cases in it. @throws Error what the worker could not do */
export async function startComposer(cases: ComposingCases, head: Head): Promise<Composer> {
  const worker = new Worker(new URL("./composer-worker.ts", import.meta.url), { type: "module" });
  const pending = new Map<number, Pending>();
  let lastId = 0;

  function failAll(error: Error) {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  }

  worker.onerror = ({ message }) => failAll(new Error(message));
  worker.onmessage = ({ data }: MessageEvent<ComposerReply>) => {
    const call = pending.get(data.id);
    pending.delete(data.id);
    if (data.kind === "done") call?.resolve(data.output);
    else call?.reject(new Error(data.message));
  };

  function send<Name extends ComposerCallName>(
    call: Name,
    input: ComposerCalls[Name]["input"],
  ): Promise<ComposerCalls[Name]["output"]> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      // The worker answers a call with that call's own output (ComposerCalls ties the two).
      pending.set(id, { resolve: (output) => resolve(output as ComposerCalls[Name]["output"]), reject });
      worker.postMessage({ id, call, input });
    });
  }

  await send("open", { cases, head });
  return {
    fit: (recipe) => send("fit", recipe),
    measure: (alpha, draws) => send("measure", { alpha, draws }),
    close() {
      worker.terminate();
      failAll(new Error("closed"));
    },
  };
}
