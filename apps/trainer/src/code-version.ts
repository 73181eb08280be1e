import { readFile } from "node:fs/promises";
import { z } from "zod";
import { EngineError } from "./engine/engine.ts";
import { runProgram } from "./engine/native/run-program.ts";

const packageJson = z.object({ version: z.string() });

/** What made a model, kept with it: the version, and the commit where this is a git checkout. */
export async function codeVersion(): Promise<string> {
  const file = new URL("../package.json", import.meta.url);
  const { version } = packageJson.parse(JSON.parse(await readFile(file, "utf8")));
  try {
    const commit = await runProgram("git", ["rev-parse", "--short=12", "HEAD"], { cwd: import.meta.dirname });
    return `${version}+${commit.trim()}`;
  } catch (error) {
    // An archive without git's folder, or a machine without git.
    if (error instanceof EngineError) return version;
    throw error;
  }
}
