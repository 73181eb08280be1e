import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { DatabaseError } from "./database-error.ts";
import type { SystemUser } from "./system-user.ts";

/** A program of PostgreSQL and how to run it: as `user`, in a folder which that user may enter. */
export interface Command {
  program: string;
  args: string[];
  cwd: string;
  user: SystemUser;
}

const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };

/** Runs to the end. Throws a DatabaseError with what it printed when it fails. */
export function runCommand({ program, args, cwd, user }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    // A group of its own: Ctrl-C in a terminal would end pg_ctl, but not the server that it has just started.
    const child = spawn(program, args, { cwd, env, ...user, stdio: ["ignore", "pipe", "pipe"], detached: true });
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (cause) => reject(unreachable(program, cause)));
    // "exit", not "close": on some platforms the server inherits the pipes and keeps them open for as long as it runs.
    child.on("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new DatabaseError(`${program} ${args[0]} failed (code ${code}): ${output.trim()}`));
    });
  });
}

/** The same, blocking: for the moment in which a process exits. */
export function runCommandSync({ program, args, cwd, user }: Command): SpawnSyncReturns<Buffer> {
  return spawnSync(program, args, { cwd, env, ...user, stdio: "ignore" });
}

function unreachable(program: string, cause: Error): DatabaseError {
  return new DatabaseError(
    `${program} could not be started: ${cause.message}. When you are root, PostgreSQL runs as the user “postgres”, ` +
      "which must be able to enter the folders of Diaphane and of its data: keep both outside /root, start as an " +
      "ordinary user, or set DATABASE_URL.",
    { cause },
  );
}
