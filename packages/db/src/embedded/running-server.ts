import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSmallFile } from "./cluster-files.ts";
import { canConnect } from "./connect.ts";
import { DatabaseError } from "./database-error.ts";
import { isProcessAlive } from "./process-alive.ts";

/** After a crash a server first replays its log, and answers when that is done. */
const recoveryMs = 30_000;

/**
 * The port of the server that runs on this data folder; undefined when none does. A pid file that a crash left is
 * removed, also when its number has since been given to some other program.
 *
 * @throws DatabaseError when a PostgreSQL holds the folder but does not answer
 */
export async function findRunningServer(
  dataFolder: string,
  url: (port: number) => string,
): Promise<number | undefined> {
  const pidFile = path.join(dataFolder, "postmaster.pid");
  // Lines: process id, data folder, start time, port, …
  const lines = (await readSmallFile(pidFile))?.split("\n");
  if (lines === undefined) return undefined;
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const giveUpAt = Date.now() + recoveryMs;
  while (isProcessAlive(pid) && (await isPostgres(pid))) {
    if (await canConnect(url(port))) return port;
    if (Date.now() > giveUpAt) {
      throw new DatabaseError(
        `A PostgreSQL (process ${pid}, port ${port}) uses ${dataFolder} but does not answer. ` +
          `See postgres.log beside that folder, or stop it with: kill -INT ${pid}`,
      );
    }
    await sleep(100);
  }
  await rm(pidFile, { force: true });
  return undefined;
}

/** Where the system tells (Linux), whether that process is a PostgreSQL; elsewhere it is taken for one. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/comm`, "utf8")).trim() === "postgres";
  } catch {
    return process.platform !== "linux";
  }
}
