/** A block's pixels, uint8 `[count, height, width, channels]`, or how far it has come. */
export type PixelBlock = { status: "loading" } | { status: "ready"; pixels: Uint8Array } | { status: "failed" };

export interface PixelBlocksOptions {
  /** Fetches the block's pixels; gets aborted when nobody looks at the block any more. */
  fetchBlock(block: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Pixels kept in memory, past which the block unseen for longest is dropped. */
  budgetBytes: number;
  /** Requests under way at a time: few, so that what is seen now is not queued behind what was scrolled past. */
  concurrency?: number;
}

interface Entry {
  block: PixelBlock;
  abort: AbortController | null;
  lastWanted: number;
}

/**
 * The pixels behind an image grid: keeps what was fetched, fetches what is seen, cancels what has been scrolled
 * past. Knows neither the network nor the screen.
 */
export class PixelBlocks {
  readonly #options: PixelBlocksOptions;
  readonly #entries = new Map<number, Entry>();
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #failureListeners = new Set<() => void>();
  #wanted: number[] = [];
  #clock = 0;
  #bytes = 0;

  constructor(options: PixelBlocksOptions) {
    this.#options = options;
  }

  /** Undefined when the block was never asked for, or has been dropped. The same object until the block changes. */
  get(block: number): PixelBlock | undefined {
    return this.#entries.get(block)?.block;
  }

  /** Says which blocks are seen now, most wanted first. */
  want(blocks: number[]): void {
    this.#wanted = blocks;
    this.#clock++;
    const wanted = new Set(blocks);
    for (const [block, entry] of this.#entries) {
      if (wanted.has(block)) entry.lastWanted = this.#clock;
      else if (entry.abort) this.#remove(block, entry);
    }
    this.#pump();
  }

  /** Forgets failures among what is seen and tries again. */
  retry(): void {
    for (const [block, entry] of this.#entries) if (entry.block.status === "failed") this.#remove(block, entry);
    this.#pump();
  }

  subscribe(block: number, listener: () => void): () => void {
    const listeners = this.#listeners.get(block) ?? new Set();
    this.#listeners.set(block, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(block);
    };
  }

  /** Whether a block could not be fetched and is still missing. */
  hasFailures = (): boolean => [...this.#entries.values()].some(({ block }) => block.status === "failed");

  subscribeFailures = (listener: () => void): (() => void) => {
    this.#failureListeners.add(listener);
    return () => this.#failureListeners.delete(listener);
  };

  /** Cancels everything under way and empties the memory. */
  dispose(): void {
    this.#wanted = [];
    for (const [block, entry] of this.#entries) this.#remove(block, entry);
  }

  #pump(): void {
    let running = 0;
    for (const entry of this.#entries.values()) if (entry.abort) running++;
    for (const block of this.#wanted) {
      if (running >= (this.#options.concurrency ?? 4)) return;
      if (this.#entries.has(block)) continue;
      running++;
      void this.#load(block);
    }
  }

  async #load(block: number): Promise<void> {
    const abort = new AbortController();
    const entry: Entry = { block: { status: "loading" }, abort, lastWanted: this.#clock };
    this.#entries.set(block, entry);
    this.#notify(block);
    try {
      const pixels = await this.#options.fetchBlock(block, abort.signal);
      if (abort.signal.aborted) return;
      entry.block = { status: "ready", pixels };
      this.#bytes += pixels.byteLength;
    } catch {
      if (abort.signal.aborted) return;
      entry.block = { status: "failed" };
    }
    entry.abort = null;
    this.#notify(block);
    this.#evict();
    this.#pump();
  }

  #evict(): void {
    if (this.#bytes <= this.#options.budgetBytes) return;
    const byAge = [...this.#entries].sort(([, a], [, b]) => a.lastWanted - b.lastWanted);
    for (const [block, entry] of byAge) {
      if (this.#bytes <= this.#options.budgetBytes || entry.lastWanted === this.#clock) return;
      if (entry.block.status === "ready") this.#remove(block, entry);
    }
  }

  #remove(block: number, entry: Entry): void {
    entry.abort?.abort();
    if (entry.block.status === "ready") this.#bytes -= entry.block.pixels.byteLength;
    this.#entries.delete(block);
    this.#notify(block);
  }

  #notify(block: number): void {
    for (const listener of this.#listeners.get(block) ?? []) listener();
    for (const listener of this.#failureListeners) listener();
  }
}
