import { prepareDatabase } from "@diaphane/core";
import { createDatabase, openDatabase } from "@diaphane/db";
import { runProgram } from "../run-program.ts";
import { type PreparedDemo, prepareDemo } from "./demo.ts";
import { findFreePort } from "./free-port.ts";
import { sessionSecret } from "./home.ts";
import type { StartOptions } from "./options.ts";
import { logTail, type Service, startService } from "./service.ts";
import { waitUntilReady } from "./wait-until-ready.ts";
import { ensureWebBuilt } from "./web-build.ts";

export interface Platform {
  /** Resolves with what went wrong when a part ends by itself. */
  failed: Promise<Error>;
  stop(): Promise<void>;
}

export interface StartHooks {
  /** Aborting gives the start up and stops what was started. */
  signal: AbortSignal;
  /** Called when the pages answer. */
  onAddress(url: string): void;
}

/**
 * Starts database, trainer and web application, and reports on the way. The trainer starts as soon as it can, so that
 * the demonstration trains while the pages are still being built.
 *
 * @throws the signal's reason when it is aborted; else an Error that says which part did not start. Nothing is left running
 */
export async function startPlatform(home: string, options: StartOptions, hooks: StartHooks): Promise<Platform> {
  const failing = new AbortController();
  const signal = AbortSignal.any([hooks.signal, failing.signal]);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  const webBuilt = ensureWebBuilt(signal);
  const engineReady = runProgram(process.execPath, ["apps/trainer/src/engine/setup.ts"], { signal });
  try {
    // Awaited further down; this keeps an early failure from ending the process before the clean-up.
    webBuilt.catch(() => undefined);
    const database = await openDatabase();
    stops.push(database.stop);
    signal.throwIfAborted();
    await prepareDatabase(database.url);
    console.log(
      database.isEmbedded ? "Database: embedded PostgreSQL, up to date." : "Database: DATABASE_URL, up to date.",
    );

    const port = await findFreePort(options.port);
    if (port !== options.port) console.log(`Port ${options.port} is taken: using ${port}.`);
    const url = `http://localhost:${port}`;
    const env = serviceEnvironment(home, database.url, url, options.isDemo);
    const client = createDatabase(database.url);
    stops.push(() => client.$disconnect());
    const demo: PreparedDemo | null = options.isDemo ? await prepareDemo(client, database.isEmbedded, options) : null;

    await engineReady;
    signal.throwIfAborted();
    const trainer = startService("trainer", ["apps/trainer/src/main.ts", "serve"], env, home);
    stops.push(trainer.stop);
    await webBuilt;
    signal.throwIfAborted();
    const next = ["node_modules/next/dist/bin/next", "start", "apps/web", "--port", `${port}`];
    const web = startService("web", next, env, home);
    stops.push(web.stop);
    await waitUntilReady(web, url, signal);
    hooks.onAddress(url);
    console.log(`\nDiaphane is at ${url}\nLogs: ${home}/logs\n`);
    if (demo) stops.push(reportUntilStopped(demo, url));
    else console.log("Press Ctrl-C to stop.");
    return { failed: Promise.race([web, trainer].map(endedByItself)), stop };
  } catch (error) {
    failing.abort();
    await Promise.allSettled([webBuilt, engineReady]);
    await stop();
    throw error;
  }
}

/** Starts the demonstration's report; resolves with what ends it. */
function reportUntilStopped(demo: PreparedDemo, url: string): () => Promise<void> {
  const stopping = new AbortController();
  const reported = demo.report(url, stopping.signal);
  return async () => {
    stopping.abort();
    await reported;
  };
}

async function endedByItself(service: Service): Promise<Error> {
  const code = await service.ended;
  return new Error(
    `${service.name} ended by itself (exit code ${code}). The end of ${service.logFile}:\n${logTail(service)}`,
  );
}

function serviceEnvironment(home: string, databaseUrl: string, url: string, isDemo: boolean): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    DIAPHANE_HOME: home,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: process.env["NEXTAUTH_URL"] ?? url,
    NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] ?? sessionSecret(home),
    DIAPHANE_DEMO: isDemo ? "1" : "",
  };
}
