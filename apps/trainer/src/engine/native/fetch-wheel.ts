import { createWriteStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EngineError } from "../engine.ts";
import { checkHash } from "./hash-file.ts";
import type { Progress } from "./progress.ts";
import { recipe } from "./recipe.ts";
import { runProgram } from "./run-program.ts";

const { tensorflow } = recipe;

/**
 * Brings TensorFlow's wheel into `folder`: by pip, which knows a closed network's mirror, else straight from its published address.
 * @returns the file, whose SHA-256 has been checked.
 * @throws {EngineError} naming why each way failed.
 */
export async function fetchWheel(folder: string, progress: Progress): Promise<string> {
  const failures: string[] = [];
  for (const fetchBy of [
    downloadByPip("python3", "-m", "pip"),
    downloadByPip("pip3"),
    downloadByPip("pip"),
    downloadByHttps,
  ]) {
    try {
      const file = await fetchBy(folder, progress);
      await checkHash(file, "sha256", "hex", tensorflow.sha256);
      return file;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failures.push(error.message);
    }
  }
  throw new EngineError(`TensorFlow ${tensorflow.version} could not be downloaded. ${failures.join(". ")}`);
}

type FetchBy = (folder: string, progress: Progress) => Promise<string>;

function downloadByPip(command: string, ...prefix: string[]): FetchBy {
  return async (folder, progress) => {
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
    const watch = setInterval(() => void reportGrowth(folder, progress), 500);
    try {
      await runProgram(command, [...args, `tensorflow-cpu==${tensorflow.version}`], { env: { TMPDIR: folder } });
    } finally {
      clearInterval(watch);
    }
    const wheel = (await readdir(folder)).find((name) => name.endsWith(".whl"));
    if (!wheel) throw new EngineError("pip saved no wheel");
    return path.join(folder, wheel);
  };
}

async function reportGrowth(folder: string, progress: Progress): Promise<void> {
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
  progress.bytes(Math.max(0, ...sizes), tensorflow.sizeBytes);
}

async function downloadByHttps(folder: string, progress: Progress): Promise<string> {
  const file = path.join(folder, "tensorflow.whl");
  let received = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      progress.bytes(received, tensorflow.sizeBytes);
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(tensorflow.url, { signal: AbortSignal.timeout(30 * 60_000) });
    if (!response.ok || !response.body) throw new EngineError(`the server answered ${response.status}`);
    await pipeline(response.body, count, createWriteStream(file));
    return file;
  } catch (error) {
    throw new EngineError(`Its address can't be reached (${describe(error)})`);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
