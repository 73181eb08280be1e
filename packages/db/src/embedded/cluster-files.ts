import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SystemUser } from "./system-user.ts";

/** The files of one embedded cluster; `data` is PostgreSQL's own, the others lie beside it. */
export interface ClusterFiles {
  data: string;
  log: string;
  port: string;
  password: string;
  /** Process id of whoever started the server and will stop it. */
  owner: string;
  lock: string;
}

export function clusterFiles(folder: string): ClusterFiles {
  const file = (name: string) => path.join(folder, name);
  return {
    data: file("data"),
    log: file("postgres.log"),
    port: file("port"),
    password: file("password"),
    owner: file("owner"),
    lock: file("start.lock"),
  };
}

/** Makes the folder, which the server's user must be able to enter and write its log in. */
export async function makeClusterFolder(folder: string, user: SystemUser): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
}

/** The text of a small file without its line end; undefined when there is none. */
export async function readSmallFile(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The cluster's password, made once. The server listens on 127.0.0.1 only, which other users of the machine share. */
export async function readOrMakePassword(files: ClusterFiles, user: SystemUser): Promise<string> {
  const known = await readSmallFile(files.password);
  if (known) return known;
  const password = randomBytes(18).toString("base64url");
  await writeFile(files.password, password, { mode: 0o600 });
  // `initdb` reads it as the server's user.
  if (user.uid !== undefined && user.gid !== undefined) await chown(files.password, user.uid, user.gid);
  return password;
}
