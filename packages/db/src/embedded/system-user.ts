import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DatabaseError } from "./database-error.ts";

const run = promisify(execFile);

/** Whom the server runs as; empty: as ourselves. */
export interface SystemUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system's user "postgres", made when missing. */
export async function findSystemUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {};
  try {
    return await readIds();
  } catch {
    await createUser();
    return await readIds();
  }
}

async function readIds(): Promise<SystemUser> {
  const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function createUser(): Promise<void> {
  try {
    await run("groupadd", ["--force", "postgres"]);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  } catch (cause) {
    throw new DatabaseError(
      "PostgreSQL does not run as root, and a system user “postgres” for it could not be made. " +
        "Start Diaphane as an ordinary user, make that user, or set DATABASE_URL to a server of yours.",
      { cause },
    );
  }
}
