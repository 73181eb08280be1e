import { ConflictError, progressAnalysis } from "@diaphane/core";
import type { JobServices } from "../job-services.ts";
import type { JobStop } from "../stop-reason.ts";

const reportMs = 700;

/** Says on a clock of its own how far an analysis is, and hears whether it is to stop. */
export class AnalysisProgress {
  readonly #services: JobServices;
  readonly #held: { analysisId: string; claim: string };
  readonly #stop: JobStop;
  readonly #timer: NodeJS.Timeout;
  #progress = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(services: JobServices, held: { analysisId: string; claim: string }, stop: JobStop) {
    this.#services = services;
    this.#held = held;
    this.#stop = stop;
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(() => this.#write());
    }, reportMs);
  }

  /** @param share 0…1; it never falls */
  report(share: number): void {
    this.#progress = Math.max(this.#progress, Math.min(1, share));
  }

  /** Stops the clock and waits for a report that is under way. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  async #write(): Promise<void> {
    try {
      const report = { ...this.#held, progress: this.#progress };
      const { cancelRequested } = await progressAnalysis(this.#services.ctx, report);
      if (cancelRequested) this.#stop.request("cancelled");
    } catch (error) {
      if (error instanceof ConflictError) this.#stop.request("claim-lost");
      else this.#services.log.warn({ error, ...this.#held }, "progress could not be written; trying again");
    }
  }
}
