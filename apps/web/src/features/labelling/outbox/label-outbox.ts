import type { NewQueuedChange, OutboxStore, QueuedChange } from "./outbox-store.ts";
import type { Connection } from "./send-changes.ts";
import { dropLine, type ProblemLine, rebaseLine, type ServerHead } from "./settle-problem.ts";

export interface OutboxState {
  /** Changes that are on their way to the device's store: for some milliseconds each. */
  unkept: number;
  /** Kept on the device, and not on the server yet. */
  waiting: readonly QueuedChange[];
  connection: Connection;
  /** False where the browser keeps nothing on the device. */
  isDurable: boolean;
}

export interface OutboxOptions {
  userId: string;
  /** Rejects where there is no such store; `openFallback` serves then. */
  openStore: () => Promise<OutboxStore>;
  openFallback: () => OutboxStore;
  /** Sends all that waits; see `sendChanges`. */
  send: (store: OutboxStore) => Promise<Connection>;
  /** Tells the other pages of this browser that the store has changed. */
  announce: () => void;
}

/** What waits on this device, and the sending of it: a change is kept first and sent then. Knows neither React nor the network. */
export class LabelOutbox {
  readonly #options: OutboxOptions;
  readonly #listeners = new Set<() => void>();
  readonly #store: Promise<OutboxStore>;
  #state: OutboxState = { unkept: 0, waiting: [], connection: "ok", isDurable: true };
  #sending: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#store = options.openStore().catch(() => {
      this.#set({ isDurable: false });
      return options.openFallback();
    });
  }

  readonly getState = (): OutboxState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps a change on the device, and begins to send it. Resolves when it is kept. */
  async keep(change: NewQueuedChange): Promise<void> {
    this.#set({ unkept: this.#state.unkept + 1 });
    const store = await this.#store;
    await store.add(change);
    this.#set({ unkept: this.#state.unkept - 1 });
    await this.#changed();
    void this.flush();
  }

  /** Sends what waits. Resolves when all that waited has been tried, what came in the meantime too. */
  flush(): Promise<void> {
    this.#isAskedAgain = true;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** Reads the store anew: another page has changed it. */
  async refresh(): Promise<void> {
    const store = await this.#store;
    this.#set({ waiting: await store.list(this.#options.userId) });
  }

  /** The person chose what is on the server. */
  async drop(line: ProblemLine): Promise<void> {
    await dropLine(await this.#store, line);
    await this.#changed();
  }

  /** The person chose what this device says; it follows what is on the server. */
  async rebase(line: ProblemLine, head: ServerHead | null): Promise<QueuedChange[]> {
    const put = await rebaseLine(await this.#store, line, head);
    await this.#changed();
    void this.flush();
    return put;
  }

  async #sendAll(): Promise<void> {
    const store = await this.#store;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      const connection = await this.#options.send(store);
      this.#set({ connection });
      await this.#changed();
    }
  }

  async #changed(): Promise<void> {
    await this.refresh();
    this.#options.announce();
  }

  #set(part: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
