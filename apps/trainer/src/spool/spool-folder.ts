import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { homeFolder } from "@diaphane/core";

/** A folder lives while its files are written, and then until they are open: older ones have no owner any more. */
const staleMs = 6 * 60 * 60 * 1000;

/** A new folder on disk that only this user reads. What processes that were killed have left behind goes. */
export async function createSpoolFolder(): Promise<string> {
  const root = path.join(homeFolder(), "spool");
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root)) {
    const folder = path.join(root, name);
    const changed = await stat(folder).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > staleMs) await rm(folder, { recursive: true, force: true });
  }
  return await mkdtemp(path.join(root, "images-"));
}
