import type { ArtifactKind, Store } from "../store/store.ts";
import type { StoredShard } from "./shard.ts";

/** Cuts a stream of items of one size, such as images or masks, into shards of bounded size. */
export class ShardWriter {
  readonly shards: StoredShard[] = [];
  private readonly store: Store;
  private readonly kind: ArtifactKind;
  private readonly itemBytes: number;
  private readonly buffer: Uint8Array;
  private buffered = 0;
  private done = 0;

  /** @param size of an item in bytes, how many there will be, and the most bytes of a shard (one item may be larger) */
  constructor(store: Store, kind: ArtifactKind, size: { itemBytes: number; count: number; maxShardBytes: number }) {
    this.store = store;
    this.kind = kind;
    this.itemBytes = size.itemBytes;
    const inShard = Math.max(1, Math.floor(size.maxShardBytes / size.itemBytes));
    this.buffer = new Uint8Array(Math.min(inShard, Math.max(1, size.count)) * size.itemBytes);
  }

  /** @param items whole ones, one after the other */
  async add(items: Uint8Array): Promise<void> {
    for (let start = 0; start < items.length; start += this.itemBytes) {
      if (this.buffered === this.buffer.length) await this.flush();
      this.buffer.set(items.subarray(start, start + this.itemBytes), this.buffered);
      this.buffered += this.itemBytes;
      this.done++;
    }
  }

  /** Stores what is left; to be called once, at the end. */
  async flush(): Promise<void> {
    if (this.buffered === 0) return;
    const { sha256, sizeBytes } = await this.store.put(this.buffer.subarray(0, this.buffered), this.kind);
    const count = this.buffered / this.itemBytes;
    this.shards.push({ sha256, sizeBytes, firstIndex: this.done - count, count });
    this.buffered = 0;
  }
}
