import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise } from "yauzl";
import { EngineError } from "../engine.ts";
import { libraryNames } from "./recipe.ts";

const headerFolders = [
  "tensorflow/c/",
  "tensorflow/core/platform/",
  "tsl/c/",
  "tsl/platform/",
  "xla/tsl/c/",
  "xla/tsl/platform/",
];

/**
 * Takes TensorFlow's two libraries and its C headers out of the wheels into `deps/lib` and `deps/include`, and CUDA's libraries into
 * `deps/nvidia`, where TensorFlow looks for them: beside its own folder.
 * @throws {EngineError} when the wheels lack a library of TensorFlow's.
 */
export async function extractWheels(wheels: readonly string[], deps: string): Promise<void> {
  const found = new Set<string>();
  for (const wheel of wheels) await extractWheel(wheel, deps, found);
  const missing = libraryNames.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new EngineError(`${wheels.map((file) => path.basename(file)).join(", ")} hold no ${missing.join(", ")}`);
}

async function extractWheel(wheel: string, deps: string, found: Set<string>): Promise<void> {
  const zip = await openPromise(wheel);
  for await (const entry of zip.eachEntry()) {
    const target = targetOf(entry);
    if (!target) continue;
    const file = path.join(deps, target);
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
    found.add(path.basename(file));
  }
}

function targetOf({ fileName }: Entry): string | undefined {
  const library = libraryNames.find((name) => fileName === `tensorflow/${name}`);
  if (library) return path.join("lib", library);
  if (/^nvidia\/[^/]+\/lib\/[^/]+\.so(\.\d+)*$/.test(fileName)) return fileName;
  const header = fileName.replace(/^tensorflow\/include\//, "");
  const isHeader =
    header !== fileName && header.endsWith(".h") && headerFolders.some((folder) => header.startsWith(folder));
  return isHeader ? path.join("include", header) : undefined;
}
