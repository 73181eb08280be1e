import { EngineError } from "./engine.ts";
import { hasNvidiaGpu } from "./graphics-device.ts";
import { findOwnTfjsNode } from "./native/find-own.ts";
import { prepareNative } from "./native/prepare.ts";
import { createProgress } from "./native/progress.ts";
import { cudaRecipe, nativeRecipe, type Recipe } from "./native/recipe.ts";
import { type EngineFamily, parseForcedEngine } from "./resolve.ts";

/** Builds the engine for this machine's GPU or processor unless it is there, and says in a line what will compute. @throws nothing that another engine helps with */
export async function setUpEngine({ retry = false } = {}): Promise<string> {
  const failures: string[] = [];
  let forced: EngineFamily | undefined;
  try {
    forced = parseForcedEngine(process.env["DIAPHANE_ENGINE"]);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return `Engine: none will start. ${error.message}.`;
  }
  if (forced === "wasm" || forced === "webgpu") return `Engine: ${forced}, as DIAPHANE_ENGINE asks.`;
  const own = findOwnTfjsNode();
  if (own) return `Engine: your own tfjs-node (${own}).`;
  const progress = createProgress();
  for (const recipe of recipesFor(forced)) {
    try {
      return `Engine: ${recipe.kind}, ready (${await prepareNative({ recipe, progress, retry })}).`;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failures.push(`The ${recipe.kind} engine is not available: ${error.message}`);
    }
  }
  return `Engine: wasm; training will be slow. ${failures.join(". ")}`;
}

/** In the order in which they are tried. */
function recipesFor(forced: EngineFamily | undefined): Recipe[] {
  if (forced === "cuda") return [cudaRecipe];
  return forced === undefined && hasNvidiaGpu() ? [cudaRecipe, nativeRecipe] : [nativeRecipe];
}
