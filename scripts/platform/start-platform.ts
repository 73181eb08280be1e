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

/**
 * Starts database, trainer and web application, and reports on the way. The trainer starts as soon as it can, so that
 * the demonstration trains while the pages are still being built.
 */
export async function startPlatform(
  home: string,
  options: StartOptions,
  onAddress: (url: string) => void,
): Promise<Platform> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    const webBuilt = ensureWebBuilt();
    // Awaited further down; this keeps an early failure from ending the process before the clean-up.
    webBuilt.catch(() => undefined);
    const engineReady = runProgram(process.execPath, ["apps/trainer/src/engine/setup.ts"]);

    const database = await openDatabase();
    stops.push(database.stop);
    await prepareDatabase(database.url);
    console.log(
      database.isEmbedded ? "Database: embedded PostgreSQL, up to date." : "Database: DATABASE_URL, up to date.",
    );

    const port = await findFreePort(options.port);
    const url = `http://localhost:${port}`;
    const env = serviceEnvironment(home, database.url, url, options.isDemo);
    const client = createDatabase(database.url);
    stops.push(() => client.$disconnect());
    const demo: PreparedDemo | null = options.isDemo ? await prepareDemo(client, database.isEmbedded, options) : null;

    await engineReady;
    const trainer = startService("trainer", ["apps/trainer/src/main.ts", "serve"], env, home);
    stops.push(trainer.stop);
    await webBuilt;
    const web = startService(
      "web",
      ["node_modules/next/dist/bin/next", "start", "apps/web", "--port", `${port}`],
      env,
      home,
    );
    stops.push(web.stop);
    await waitUntilReady(web, url);
    onAddress(url);
    console.log(`\nDiaphane is at ${url}\nLogs: ${home}/logs\n`);
    if (demo) stops.push(reportUntilStopped(demo, url));
    else console.log("Press Ctrl-C to stop.");
    return { failed: Promise.race([web, trainer].map(endedByItself)), stop };
  } catch (error) {
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
