import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { EngineError } from "../engine.ts";
import { buildNative } from "./build.ts";
import { tfjsNodeFolder } from "./find-build.ts";
import type { Progress } from "./progress.ts";
import { buildFolder, type Recipe } from "./recipe.ts";
import { withLock } from "./setup-lock.ts";
import { unsupportedReason } from "./support.ts";

const failureRecord = z.object({ message: z.string(), at: z.number() });
const retryAfterMs = 60 * 60_000;

export interface PrepareOptions {
  recipe: Recipe;
  progress: Progress;
  /** Try even though a try within the last hour failed. */
  retry: boolean;
}

/**
 * The folder of a tfjs-node package that is ready to load: from the cache, else built now.
 * A failure is remembered for an hour, so that a machine without a network does not wait for it at every command.
 * @throws {EngineError} saying what is missing.
 */
export async function prepareNative({ recipe, progress, retry }: PrepareOptions): Promise<string> {
  const cached = tfjsNodeFolder(recipe);
  if (cached) return cached;
  const unsupported = unsupportedReason();
  if (unsupported) throw new EngineError(unsupported);
  const failed = retry ? undefined : recentFailure(recipe);
  if (failed)
    throw new EngineError(`${failed} (tried within the last hour; \`npx diaphane doctor --retry\` tries again)`);
  const tell = () => progress.step(`Another process is building the ${recipe.kind} engine; waiting for it …`);
  try {
    return await withLock(
      `${buildFolder(recipe)}.lock`,
      async () => tfjsNodeFolder(recipe) ?? (await buildOrRemember(recipe, progress)),
      tell,
    );
  } catch (error) {
    // A cache folder that can't be written, or a full disk, must not stop a training that wasm can do.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new EngineError(`the cache folder can't be used (DIAPHANE_CACHE moves it): ${error.message}`, {
      cause: error,
    });
  }
}

async function buildOrRemember(recipe: Recipe, progress: Progress): Promise<string> {
  progress.step(`Setting up the ${recipe.kind} engine (training on wasm is many times slower) …`);
  try {
    const folder = await buildNative(recipe, progress);
    rmSync(failureFile(recipe), { force: true });
    return folder;
  } catch (error) {
    if (error instanceof EngineError) {
      writeFileSync(failureFile(recipe), JSON.stringify({ message: error.message, at: Date.now() }));
    }
    throw error;
  }
}

function recentFailure(recipe: Recipe): string | undefined {
  try {
    const { message, at } = failureRecord.parse(JSON.parse(readFileSync(failureFile(recipe), "utf8")));
    return Date.now() - at < retryAfterMs ? message : undefined;
  } catch {
    return undefined;
  }
}

function failureFile(recipe: Recipe): string {
  return `${buildFolder(recipe)}.failed.json`;
}
