import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { cacheRoot } from "../engine/native/recipe.ts";

/**
 * What this machine makes pseudonyms with where none is given: drawn once and kept for its user alone, so that a person is the same one, and in the
 * same split, each time a folder is read.
 */
export async function ownSecret(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const file = path.join(cacheRoot(env), "pseudonym-secret");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known) return known.trim();
  await mkdir(path.dirname(file), { recursive: true });
  const drawn = randomBytes(24).toString("base64url");
  // Two that start at once: the first one's is taken.
  await writeFile(file, drawn, { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return (await readFile(file, "utf8")).trim();
}
