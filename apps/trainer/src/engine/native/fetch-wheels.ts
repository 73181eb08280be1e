import { createWriteStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EngineError } from "../engine.ts";
import { checkHash } from "./hash-file.ts";
import type { Progress } from "./progress.ts";
import type { Recipe } from "./recipe.ts";
import { runProgram } from "./run-program.ts";

/**
 * Brings a recipe's wheels into `folder`: by pip, which knows a closed network's mirror, else straight from the published address.
 * @returns the files, whose SHA-256 have been checked.
 * @throws {EngineError} naming why each way failed.
 */
export async function fetchWheels(recipe: Recipe, folder: string, progress: Progress): Promise<string[]> {
  const failures: string[] = [];
  const ways = [downloadByPip("python3", "-m", "pip"), downloadByPip("pip3"), downloadByPip("pip"), downloadByHttps];
  for (const fetchBy of ways) {
    try {
      await fetchBy(recipe, folder, progress);
      return await checkedWheels(recipe, folder);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failures.push(error.message);
    }
  }
  throw new EngineError(`TensorFlow ${recipe.wheels[0].version} could not be downloaded. ${failures.join(". ")}`);
}

/** The wheel files in the folder, each of them held to its hash; files carry the name of their package. */
async function checkedWheels({ wheels }: Recipe, folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const files: string[] = [];
  for (const { name, version, sha256 } of wheels) {
    const file = names.find((each) => each.startsWith(`${name.replaceAll("-", "_")}-${version}-`));
    if (!file) throw new EngineError(`pip saved no wheel of ${name} ${version}`);
    await checkHash(path.join(folder, file), "sha256", "hex", sha256);
    files.push(path.join(folder, file));
  }
  return files;
}

type FetchBy = (recipe: Recipe, folder: string, progress: Progress) => Promise<void>;

function downloadByPip(command: string, ...prefix: string[]): FetchBy {
  return async ({ wheels, sizeBytes }, folder, progress) => {
    const target = `--platform manylinux2014_x86_64 --python-version 311 --implementation cp --abi cp311`.split(" ");
    const options = [
      "--no-deps",
      "--only-binary=:all:",
      "--no-cache-dir",
      "--disable-pip-version-check",
      "--retries",
      "2",
    ];
    const args = [...prefix, "download", ...options, ...target, "--dest", folder];
    // pip tells its progress to terminals only, so the growing file is watched instead.
    const watch = setInterval(() => void reportGrowth(folder, sizeBytes, progress), 500);
    try {
      const wanted = wheels.map(({ name, version }) => `${name}==${version}`);
      await runProgram(command, [...args, ...wanted], { env: { TMPDIR: folder } });
    } finally {
      clearInterval(watch);
    }
  };
}

async function reportGrowth(folder: string, sizeBytes: number, progress: Progress): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => name.endsWith(".whl"))
      .map((name) =>
        stat(path.join(folder, name)).then(
          (found) => found.size,
          () => 0,
        ),
      ),
  );
  progress.bytes(
    sizes.reduce((sum, size) => sum + size, 0),
    sizeBytes,
  );
}

async function downloadByHttps({ url, sizeBytes }: Recipe, folder: string, progress: Progress): Promise<void> {
  if (!url) throw new EngineError("Without pip there is no other way to its libraries");
  const file = path.join(folder, path.basename(url));
  let received = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      progress.bytes(received, sizeBytes);
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30 * 60_000) });
    if (!response.ok || !response.body) throw new EngineError(`the server answered ${response.status}`);
    await pipeline(response.body, count, createWriteStream(file));
  } catch (error) {
    throw new EngineError(`Its address can't be reached (${describe(error)})`);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
