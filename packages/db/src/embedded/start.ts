import { existsSync, rmSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Binaries, findBinaries } from "./binaries.ts";
import {
  type ClusterFiles,
  clusterFiles,
  makeClusterFolder,
  readOrMakePassword,
  readSmallFile,
} from "./cluster-files.ts";
import { ensureDatabase } from "./connect.ts";
import { runCommand, runCommandSync } from "./control.ts";
import { findFreePort } from "./free-port.ts";
import { isProcessAlive } from "./process-alive.ts";
import { reachableBinaries, reachableFolder } from "./reachable.ts";
import { findRunningServer } from "./running-server.ts";
import { withStartLock } from "./start-lock.ts";
import { stopWithProcess } from "./stop-with-process.ts";
import { findSystemUser, type SystemUser } from "./system-user.ts";

/** A PostgreSQL of Diaphane's own. */
export interface EmbeddedServer {
  url: string;
  /** Whether this process started it (or inherited it from one that died), and so stops it. */
  isOwner: boolean;
  /** Stops the server if this process owns it; else does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the data and, beside it, port, password, log and locks. */
  folder: string;
  /** The database to make in a new server. */
  database?: string;
  /** More settings for the server, `name=value`. */
  settings?: string[];
}

interface Cluster {
  folder: string;
  files: ClusterFiles;
  user: SystemUser;
  binaries: Binaries;
  settings: string[];
}

/**
 * Starts the PostgreSQL that lives in `folder`, making it first when it is new (a second or so), or joins the one that
 * runs there already. Any number of processes may call this at the same time.
 *
 * @throws DatabaseError when it cannot be made or started
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { database = "diaphane", settings = [] } = options;
  const [user, installed] = await Promise.all([findSystemUser(), findBinaries()]);
  const folder = await reachableFolder(options.folder, user);
  const binaries = await reachableBinaries(installed, user);
  const cluster: Cluster = { folder, files: clusterFiles(folder), user, binaries, settings };
  const { files } = cluster;
  await makeClusterFolder(folder, user);
  return await withStartLock(files.lock, async () => {
    const password = await readOrMakePassword(files, user);
    const url = (port: number, name = "postgres") => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
    const running = await findRunningServer(files.data, url);
    const port = running ?? (await startServer(cluster));
    await ensureDatabase(url(port), database);
    const isOwner = running === undefined || !isProcessAlive(Number(await readSmallFile(files.owner)));
    if (isOwner) await writeFile(files.owner, String(process.pid));
    return { url: url(port, database), isOwner, stop: isOwner ? stopper(cluster) : async () => undefined };
  });
}

async function startServer(cluster: Cluster): Promise<number> {
  const { files, folder: cwd, user, binaries, settings } = cluster;
  if (!existsSync(path.join(files.data, "PG_VERSION"))) {
    // What an interrupted initdb left has no value, and initdb refuses to write into it.
    await rm(files.data, { recursive: true, force: true });
    const how = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${files.password}`];
    const args = [`--pgdata=${files.data}`, ...how, "--encoding=UTF8", "--no-locale", "--no-sync"];
    await runCommand({ program: binaries.initdb, args, cwd, user });
  }
  const port = await findFreePort(Number(await readSmallFile(files.port)) || undefined);
  // Only 127.0.0.1: a socket file's path would have a length limit, and nobody needs it.
  const all = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`, "timezone=UTC", ...settings];
  const flags = all.map((setting) => `-c ${setting}`).join(" ");
  const args = ["start", "-w", "-s", "-D", files.data, "-l", files.log, "-o", flags];
  await runCommand({ program: binaries.pgCtl, args, cwd, user });
  await writeFile(files.port, String(port));
  return port;
}

/** A stop that runs once, and that also happens when the process ends without having called it. */
function stopper({ files, folder: cwd, user, binaries }: Cluster): () => Promise<void> {
  const args = ["stop", "-w", "-s", "-m", "fast", "-D", files.data];
  const command = { program: binaries.pgCtl, args, cwd, user };
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= withStartLock(files.lock, async () => {
      leaveProcess();
      if (existsSync(path.join(files.data, "postmaster.pid"))) await runCommand(command);
      await rm(files.owner, { force: true });
    });
    return stopped;
  };
  const leaveProcess = stopWithProcess(stop, () => {
    runCommandSync(command);
    rmSync(files.owner, { force: true });
  });
  return stop;
}
