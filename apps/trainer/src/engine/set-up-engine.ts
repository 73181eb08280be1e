import { EngineError } from "./engine.ts";
import { findOwnTfjsNode } from "./native/find-own.ts";
import { prepareNative } from "./native/prepare.ts";
import { createProgress } from "./native/progress.ts";
import { parseForcedEngine } from "./resolve.ts";

/** Builds the native engine unless it is there, and says in a line what will compute. @throws nothing that another engine helps with */
export async function setUpEngine({ retry = false } = {}): Promise<string> {
  try {
    const forced = parseForcedEngine(process.env["DIAPHANE_ENGINE"]);
    if (forced === "wasm" || forced === "webgpu") return `Engine: ${forced}, as DIAPHANE_ENGINE asks.`;
    const own = findOwnTfjsNode();
    if (own) return `Engine: your own tfjs-node (${own}).`;
    const folder = await prepareNative({ progress: createProgress(), retry });
    return `Engine: native, ready (${folder}).`;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return `Engine: wasm; training will be slow. The native engine is not available: ${error.message}`;
  }
}
