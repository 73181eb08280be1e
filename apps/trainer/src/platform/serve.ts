import { openPlatform, prepareDatabase } from "@diaphane/core";
import { pino } from "pino";
import { setUpEngine } from "../engine/set-up-engine.ts";
import { startWorker } from "../jobs/worker.ts";

/** Works off the queue until a signal asks it to stop; jobs in hand then save where they are and go back. */
export async function serve(): Promise<void> {
  const log = pino({ name: "trainer" });
  const stopAsked = new Promise<string>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve(signal));
  });
  // Built before the first job asks for it; a training process loads it.
  log.info(await setUpEngine());
  const platform = await openPlatform();
  await prepareDatabase(platform.url);
  const worker = await startWorker({ platform, log });
  log.info("waiting for jobs");
  log.info({ signal: await stopAsked }, "stopping");
  await worker.stop();
  await platform.close();
  log.info("stopped");
}
