import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { findFreePort } from "../../../../scripts/platform/free-port.ts";
import { ensureWebBuilt } from "../../../../scripts/platform/web-build.ts";
import { BundleFolderError, readBundleFolder } from "../bundle/bundle-folder.ts";
import { wholeNumber } from "./parse-options.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const readyMs = 60_000;

const help = `
The latent lab runs in your browser; the model is served to this machine only (127.0.0.1), without a database and
without an account. The first start builds the web application, which takes about a minute. Stop it with Ctrl-C.

Example:
  $ npx diaphane explore runs/pneumonia`;

/** `diaphane explore`: the latent lab on a model folder. */
export function addExplore(program: Command): void {
  program
    .command("explore")
    .summary("open the latent lab on a trained model")
    .description("Serves the latent lab for the model in DIR.")
    .argument("<dir>", "folder of the model")
    .option("--port <n>", "port, or the next free one", wholeNumber(1), 4321)
    .addHelpText("after", help)
    .action(explore);
}

async function explore(folder: string, options: { port: number }): Promise<void> {
  const { manifest } = await readBundleFolder(folder);
  if (manifest.model.classGroups || manifest.model.classes.length === 0) {
    throw new BundleFolderError(
      `${folder} holds a pre-trained model, which makes no decision of its own to explore. Train from it first: npx diaphane train FILE.npz --from ${folder} --out DIR`,
    );
  }
  await ensureWebBuilt();
  const port = await findFreePort(options.port);
  const address = `http://127.0.0.1:${port}`;
  const server = startServer(path.resolve(folder), port, address);
  const stop = () => server.child.kill("SIGTERM");
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const ended = once(server.child, "exit");
  try {
    await Promise.race([untilReady(`${address}/explore`), ended.then(() => Promise.reject(new Error(server.log())))]);
    console.log(`${manifest.model.size} model in ${folder}: ${address}/explore`);
    console.log("Press Ctrl-C to stop.");
    await ended;
  } finally {
    stop();
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}

function startServer(folder: string, port: number, address: string): { child: ChildProcess; log(): string } {
  const next = createRequire(path.join(root, "apps/web/package.json")).resolve("next/dist/bin/next");
  const { DATABASE_URL: _database, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: "production",
    DIAPHANE_EXPLORE_DIR: folder,
    DIAPHANE_DEMO: "",
    NEXTAUTH_URL: address,
    // Nobody signs in here; the session code asks for a secret all the same.
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
  };
  const args = [next, "start", "apps/web", "--hostname", "127.0.0.1", "--port", `${port}`];
  // A group of its own: Ctrl-C reaches only this process, which then stops the server.
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-4000);
    });
  }
  return { child, log: () => `The web server ended by itself:\n${log}` };
}

async function untilReady(url: string): Promise<void> {
  for (const deadline = Date.now() + readyMs; Date.now() < deadline; await wait(100)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (response.ok) return;
      throw new Error(`${url} answers ${response.status}`);
    } catch (error) {
      // fetch throws a TypeError while nobody listens yet.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error(`${url} did not answer within a minute`);
}
