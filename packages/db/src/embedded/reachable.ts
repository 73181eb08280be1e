import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Binaries } from "./binaries.ts";
import { makeClusterFolder, readSmallFile } from "./cluster-files.ts";
import type { SystemUser } from "./system-user.ts";

/**
 * Where clusters and programs go when the server's user cannot reach their own place. That user exists only when we are
 * root, and root's checkouts are often below a folder that nobody else may enter (/root, a temporary folder).
 */
const sharedFolder = "/var/lib/diaphane";

/** The folder for a cluster: `folder` itself, or one in its stead, of which a note is kept in `folder`. */
export async function reachableFolder(folder: string, user: SystemUser): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (user.uid === undefined) return folder;
  const note = path.join(folder, "moved-to");
  const noted = await readSmallFile(note);
  if (noted) return noted;
  await makeClusterFolder(folder, user);
  if (canRead(folder, user)) return folder;
  // A name of its own for each: a home that was deleted and made anew must not find the old data.
  const elsewhere = path.join(sharedFolder, `cluster-${randomBytes(6).toString("hex")}`);
  await writeFile(note, elsewhere);
  return elsewhere;
}

/** PostgreSQL's programs where the server's user can run them: where they were installed, or a copy. */
export async function reachableBinaries(binaries: Binaries, user: SystemUser): Promise<Binaries> {
  if (user.uid === undefined || canRead(binaries.initdb, user)) return binaries;
  const bin = path.dirname(binaries.initdb);
  const installed = path.dirname(bin);
  const copy = path.join(sharedFolder, `programs-${binaries.version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    await cp(installed, partial, { recursive: true, verbatimSymlinks: true });
    // Whoever comes second finds the name taken by the same files.
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  const inCopy = (program: string) => path.join(copy, path.relative(installed, program));
  return { ...binaries, initdb: inCopy(binaries.initdb), pgCtl: inCopy(binaries.pgCtl) };
}

function canRead(place: string, user: SystemUser): boolean {
  return spawnSync("test", ["-r", place], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}
