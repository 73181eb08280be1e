import { openStore, type Store } from "@diaphane/data";
import type { Database } from "@diaphane/db";
import { recordArtifact } from "./record-artifact.ts";

/**
 * The store at a URL, with every file in the books of `db` before it has its name: whoever collects files sees that this
 * one is about to be used, even if the same content lay there unused for a long time. Throws like `openStore`.
 */
export async function openArtifactStore(url: string, db: Database): Promise<Store> {
  return await openStore(url, { beforeNaming: (artifact) => recordArtifact(db, artifact) });
}
