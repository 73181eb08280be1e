import { fileURLToPath } from "node:url";
import { DataError } from "../data-error.ts";
import { openLocalStore } from "./local.ts";
import type { Store, StoreOptions } from "./store.ts";

/**
 * Opens the store at a URL: `file:///absolute/folder`, which is made when it is not there.
 *
 * @throws DataError `bad-options` for any other URL
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // "file:folder" would quietly mean /folder.
  if (parsed?.protocol !== "file:" || !/^file:\/\/\//i.test(url)) {
    throw new DataError({
      code: "bad-options",
      file: "STORE_URL",
      expected: "the URL of a local folder, file:///absolute/folder",
      // Other schemes may carry a password, which must not reach a log.
      found: parsed
        ? `a ${parsed.protocol} URL${parsed.host === "" ? "" : " with a host"}`
        : "something that is not a URL",
      advice: "Set STORE_URL to a folder that only this service writes to.",
    });
  }
  return openLocalStore(fileURLToPath(parsed), options);
}
