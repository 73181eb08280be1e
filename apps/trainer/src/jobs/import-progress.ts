import { ConflictError, progressImport } from "@diaphane/core";
import type { JobServices } from "./job-services.ts";
import type { JobStop } from "./stop-reason.ts";

const reportMs = 700;

/** Says on a clock of its own how far an import is, and hears whether it is to stop. */
export class ImportProgress {
  readonly #services: JobServices;
  readonly #held: { importId: string; claim: string };
  readonly #stop: JobStop;
  readonly #timer: NodeJS.Timeout;
  #imagesDone = 0;
  #progress = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(services: JobServices, held: { importId: string; claim: string }, stop: JobStop) {
    this.#services = services;
    this.#held = held;
    this.#stop = stop;
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(() => this.#write());
    }, reportMs);
  }

  /** @param total images of the source; writing the version at the end is counted as a twentieth of the whole */
  report(imagesDone: number, total: number): void {
    this.#imagesDone = imagesDone;
    this.#progress = (0.95 * imagesDone) / Math.max(1, total);
  }

  /** Stops the clock and waits for a report that is under way. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  async #write(): Promise<void> {
    try {
      const report = { ...this.#held, imagesDone: this.#imagesDone, progress: this.#progress };
      const { cancelRequested } = await progressImport(this.#services.ctx, report);
      if (cancelRequested) this.#stop.request("cancelled");
    } catch (error) {
      if (error instanceof ConflictError) this.#stop.request("claim-lost");
      else this.#services.log.warn({ error, ...this.#held }, "progress could not be written; trying again");
    }
  }
}
