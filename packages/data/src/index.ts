export { type ByteSource, openFile } from "./byte-source.ts";
export { DataError, type DataErrorCode, type DataErrorDetail } from "./data-error.ts";
export { readMedMnist } from "./formats/medmnist.ts";
export { type Npz, type NpzLimits, readNpz } from "./formats/npz.ts";
export {
  type AttributeDefinition,
  type AttributeValue,
  IGNORED_PIXEL,
  type ImageBox,
  type ImageRows,
  type ImageSample,
  type ImageSource,
  type ImageSourceMeta,
  SPLITS,
  type SplitName,
} from "./image-source.ts";
export { generatePhantom, type PhantomSet } from "./phantom/generate-phantom.ts";
export type { OpacityFactors, PhantomFactors, Sex, Site } from "./phantom/phantom-factors.ts";
export { type PhantomInput, type PhantomOptions, phantomOptions } from "./phantom/phantom-options.ts";
export { phantomSource } from "./phantom/phantom-source.ts";
export { printable } from "./printable.ts";
export { type PackedImages, type PackOptions, packShards } from "./shards/pack-shards.ts";
export { readImages, readShard } from "./shards/read-images.ts";
export type { Shard, StoredShard } from "./shards/shard.ts";
export { openStore } from "./store/open-store.ts";
export type { ArtifactKind, ByteRange, Store, StoredArtifact, StoredFile } from "./store/store.ts";
