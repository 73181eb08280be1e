"use client";

import { useEffect, useState } from "react";
import { chooseEngine, rememberedEngine } from "./engine/choose-engine.ts";
import { type LabEngine, openEngine } from "./engine/engine-client.ts";
import { type BundleAddress, EngineError } from "./engine/protocol.ts";

export type EngineState =
  | { readonly status: "loading"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly status: "failed"; readonly error: EngineError }
  | { readonly status: "ready"; readonly engine: LabEngine };

/**
 * A bundle, loaded into a worker. The first visit starts on wasm, which needs the fewest bytes, and looks for a faster
 * engine when the page is idle; later visits start on the one that won.
 */
export function useLabEngine({ manifestUrl, weightsUrl, weightsSha256 }: BundleAddress): EngineState {
  const [state, setState] = useState<EngineState>({ status: "loading", loadedBytes: 0, totalBytes: 0 });

  useEffect(() => {
    const address = { manifestUrl, weightsUrl, weightsSha256 };
    let isGone = false;
    let open: LabEngine | null = null;

    function take(engine: LabEngine) {
      const before = open;
      open = engine;
      if (isGone) return engine.close();
      setState({ status: "ready", engine });
      if (before !== engine) before?.close();
    }

    async function start() {
      setState({ status: "loading", loadedBytes: 0, totalBytes: 0 });
      const onProgress = (loadedBytes: number, totalBytes: number) => {
        if (!isGone) setState({ status: "loading", loadedBytes, totalBytes });
      };
      const remembered = rememberedEngine(weightsSha256);
      const first =
        remembered && remembered !== "wasm"
          ? await openEngine(address, remembered, onProgress).catch(() => null)
          : null;
      const engine = first ?? (await openEngine(address, "wasm", onProgress));
      take(engine);
      if (remembered || isGone) return;
      await idle();
      if (isGone) return;
      const choice = await chooseEngine(engine, address);
      if (choice.engine !== engine) take(choice.engine);
    }

    start().catch((error: unknown) => {
      if (isGone || open) return;
      setState({
        status: "failed",
        error:
          error instanceof EngineError
            ? error
            : new EngineError("engineFailed", { engine: "wasm", detail: String(error) }),
      });
    });
    return () => {
      isGone = true;
      open?.close();
    };
  }, [manifestUrl, weightsUrl, weightsSha256]);

  return state;
}

/** After the first pictures are on the screen and nobody is waiting for anything. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 1_500);
  });
}
