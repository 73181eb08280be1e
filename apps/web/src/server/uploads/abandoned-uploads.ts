import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** The page says "two days". */
const keptForMs = 48 * 3_600_000;

/** Removes files that nobody has added to for two days. Costs a look into a folder of the uploads under way. */
export async function removeAbandoned(folder: string, nowMs = Date.now()): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    // The description beside a file is as old as the upload's begin, and goes with its file.
    if (name.endsWith(".json") && (await exists(path.join(folder, name.slice(0, -".json".length))))) continue;
    const file = path.join(folder, name);
    const stats = await stat(file).catch(() => null);
    if (!stats || nowMs - stats.mtimeMs < keptForMs) continue;
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
    removed++;
  }
  return removed;
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
