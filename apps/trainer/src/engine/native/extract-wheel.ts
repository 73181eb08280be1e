import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise } from "yauzl";
import { EngineError } from "../engine.ts";
import { libraryNames } from "./recipe.ts";

const headerFolders = ["tensorflow/c/", "tensorflow/core/platform/", "tsl/c/", "tsl/platform/"];

/**
 * Takes TensorFlow's two libraries and its C headers out of the wheel into `deps/lib` and `deps/include`.
 * @throws {EngineError} when the wheel lacks a library.
 */
export async function extractWheel(wheel: string, deps: string): Promise<void> {
  const found = new Set<string>();
  const zip = await openPromise(wheel);
  for await (const entry of zip.eachEntry()) {
    const target = targetOf(entry);
    if (!target) continue;
    const file = path.join(deps, target);
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
    found.add(path.basename(file));
  }
  const missing = libraryNames.filter((name) => !found.has(name));
  if (missing.length > 0) throw new EngineError(`${path.basename(wheel)} holds no ${missing.join(", ")}`);
}

function targetOf({ fileName }: Entry): string | undefined {
  const library = libraryNames.find((name) => fileName === `tensorflow/${name}`);
  if (library) return path.join("lib", library);
  const header = fileName.replace(/^tensorflow\/include\//, "");
  const isHeader =
    header !== fileName && header.endsWith(".h") && headerFolders.some((folder) => header.startsWith(folder));
  return isHeader ? path.join("include", header) : undefined;
}
