import type { ByteSource } from "../byte-source.ts";

/** What an artifact is; the same names as in the database. */
export type ArtifactKind =
  | "UPLOAD"
  | "SHARD"
  | "MASK_SHARD"
  | "BUNDLE_MANIFEST"
  | "BUNDLE_WEIGHTS"
  | "BUNDLE_SEEN"
  | "CHECKPOINT"
  | "RECONSTRUCTIONS"
  | "LATENT_SHARD"
  | "ANALYSIS_RESULT"
  | "EXPORT"
  | "ONNX";

export interface StoredArtifact {
  /** Of the content, in lower-case hex: the artifact's only name. */
  sha256: string;
  sizeBytes: number;
  kind: ArtifactKind;
}

export interface ByteRange {
  offset: number;
  length: number;
}

/** What a listing of the store says of an artifact. */
export interface StoredFile {
  sha256: string;
  sizeBytes: number;
}

export interface StoreOptions {
  /**
   * Called with what `put` has written, hashed and not yet named. Until it has answered nobody finds the artifact by its
   * name; when it fails, nothing is stored.
   */
  beforeNaming?: (artifact: StoredArtifact) => Promise<void>;
}

/**
 * Content-addressed artifacts. Nobody passes a path: what is put is named by its hash, and only hashes are asked for.
 * Putting the same content again, even at the same time, is harmless.
 */
export interface Store {
  /** Stores content of any length in bounded memory. It is there whole, or not at all. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, kind: ArtifactKind): Promise<StoredArtifact>;
  /**
   * Streams an artifact, verifying its hash on the way.
   *
   * @throws DataError `not-in-store`; `store-corrupt` from the stream, after the last chunk
   */
  open(sha256: string): Promise<{ sizeBytes: number; chunks: AsyncGenerator<Uint8Array> }>;
  /**
   * A whole artifact (hash verified) or a range of it (length verified).
   *
   * @throws DataError `not-in-store`, `store-corrupt`
   */
  read(sha256: string, range?: ByteRange): Promise<Uint8Array>;
  /**
   * Random access, for readers of archives. Its content is not verified as a whole.
   *
   * @param name how messages call it: the file's name as the person knows it
   * @throws DataError `not-in-store`
   */
  bytes(sha256: string, name: string): Promise<ByteSource>;
  has(sha256: string): Promise<boolean>;
  /** Removes an artifact; nothing happens when it is not there. Callers make sure that nobody refers to it. */
  delete(sha256: string): Promise<void>;
  /** All artifacts, in no order. Those that are put or deleted in the meantime may be among them or not. */
  list(): AsyncIterable<StoredFile>;
}
