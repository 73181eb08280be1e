import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runProgram } from "../run-program.ts";
import { repositoryRoot } from "./home.ts";

const webRoot = path.join(repositoryRoot, "apps/web");
const stampFile = path.join(webRoot, ".next", "diaphane-sources");
const sources = [
  "apps/web",
  "packages/core/src",
  "packages/data/src",
  "packages/db/src",
  "packages/model/src",
  "packages/ui/src",
  "package-lock.json",
];

/**
 * Builds the web application unless what it is built from is unchanged.
 *
 * @param signal ends the build
 * @throws Error with the end of the build's output when the build fails
 */
export async function ensureWebBuilt(signal?: AbortSignal): Promise<void> {
  const stamp = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  console.log("Building the web application (about a minute, once) …");
  // What is built must not be taken for whole while it is built anew.
  rmSync(stampFile, { force: true });
  // Next would report to its makers. What runs here tells nobody.
  process.env["NEXT_TELEMETRY_DISABLED"] ??= "1";
  let output = "";
  const onOutput = (text: string) => {
    output = (output + text).slice(-4000);
  };
  const code = await runProgram("npm", ["run", "build"], { cwd: webRoot, onOutput, ...(signal ? { signal } : {}) });
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`The web application could not be built:\n${output}`);
  writeFileSync(stampFile, stamp);
}

function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of listFiles(path.join(repositoryRoot, source))) {
      hash.update(path.relative(repositoryRoot, file)).update("\0").update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

/** Sorted, without what builds and installs leave behind. */
function listFiles(place: string): string[] {
  if (path.extname(place) === ".json") return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^next-env\.d\.ts$|\.tsbuildinfo$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|[/\\]\.next[/\\]|\.turbo|\.test\.tsx?$/.test(file))
    .sort();
}
