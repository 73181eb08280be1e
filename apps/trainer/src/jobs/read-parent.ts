import type { Store } from "@diaphane/data";
import { type Bundle, parseManifest } from "@diaphane/model";

/** A model version as `claimRun` gives the one that a run starts from. */
interface ParentVersion {
  manifestSha256: string;
  weightsSha256: string;
  seenSha256: string | null;
}

/** @throws DataError when the store lacks or garbled a file of it */
export async function readParent(store: Store, version: ParentVersion): Promise<{ parent: Bundle }> {
  const manifest = parseManifest(new TextDecoder().decode(await store.read(version.manifestSha256)));
  const weights = await store.read(version.weightsSha256);
  const seen = version.seenSha256 === null ? {} : { seen: await store.read(version.seenSha256) };
  return { parent: { manifest, weights, ...seen } };
}
