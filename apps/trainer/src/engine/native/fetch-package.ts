import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { checkHash } from "./hash-file.ts";
import { runProgram } from "./run-program.ts";

/** One published npm package: name, exact version, and the hash that npm's registry publishes for it. */
export interface PackageSource {
  name: string;
  version: string;
  /** `sha512-<base64>`, as in a lock file. */
  integrity: string;
}

/** Left to itself npm tries for more than a minute on a machine without a network. */
const fewRetries = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000"];

/**
 * Unpacks an npm package into `target` without running its install scripts or fetching what it depends on.
 * @throws {EngineError} when npm can't fetch it or the hash differs.
 */
export async function fetchPackage({ name, version, integrity }: PackageSource, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const args = ["pack", `${name}@${version}`, "--loglevel=error", "--pack-destination", target, ...fewRetries];
  const saved = await runProgram("npm", args, { cwd: target, findReason });
  const archive = path.join(target, saved.trim().split("\n").at(-1) ?? "");
  await checkHash(archive, "sha512", "base64", integrity.replace(/^sha512-/, ""));
  await runProgram("tar", ["-xzf", archive, "--strip-components=1", "-C", target]);
  await rm(archive);
}

/** npm names the reason first, then what it generally advises. */
function findReason(output: string): string | undefined {
  return /^npm error (?:\w*Error:|notarget|network) ?(.+)$/m.exec(output)?.[1];
}
