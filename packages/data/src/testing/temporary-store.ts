import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";

/** A local store in a folder of its own, removed by `remove`. */
export async function temporaryStore(): Promise<{ store: Store; folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "diaphane-store-"));
  const store = await openStore(pathToFileURL(folder).href);
  return { store, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
