import { appendRunEvents, ConflictError, heartbeatRun } from "@diaphane/core";
import type { RunEventInput } from "@diaphane/core/schemas";
import type { StoredArtifact } from "@diaphane/data";
import type { JobServices } from "./job-services.ts";
import type { JobStop } from "./stop-reason.ts";

export interface RunClaim {
  runId: string;
  claim: string;
}

type Reconstructions = StoredArtifact & { kind: "RECONSTRUCTIONS" };

const flushMs = 500;
const heartbeatMs = 2000;
/** While the database is away only so many events are kept: the newest steps are what a plot can best do without. */
const mostKept = 800;

/**
 * Writes a run's events twice a second, on a clock of its own, so that training never waits for the database; says in
 * between that the worker lives, and hears whether the run is to stop.
 */
export class RunJournal {
  readonly #services: JobServices;
  readonly #run: RunClaim;
  readonly #stop: JobStop;
  readonly #timer: NodeJS.Timeout;
  #events: RunEventInput[] = [];
  #artifacts: Reconstructions[] = [];
  #lastContact = performance.now();
  #flushing: Promise<void> = Promise.resolve();

  constructor(services: JobServices, run: RunClaim, stop: JobStop) {
    this.#services = services;
    this.#run = run;
    this.#stop = stop;
    this.#timer = setInterval(() => void this.#tick(), flushMs);
  }

  add(event: RunEventInput, artifact?: Reconstructions): void {
    if (event.kind === "step" && this.#events.length >= mostKept) return;
    this.#events.push(event);
    if (artifact) this.#artifacts.push(artifact);
  }

  /** Writes what there is, after what is being written. @throws what the database throws */
  async flush(): Promise<void> {
    const flushed = this.#flushing.then(() => this.#write());
    this.#flushing = flushed.catch(() => undefined);
    await flushed;
  }

  /** Stops the clock; what has not been written is flushed by the caller. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flushing;
  }

  async #tick(): Promise<void> {
    try {
      await this.flush();
    } catch (error) {
      if (error instanceof ConflictError) this.#stop.request("claim-lost");
      else this.#services.log.warn({ error, ...this.#run }, "events could not be written; trying again");
    }
  }

  async #write(): Promise<void> {
    const { ctx } = this.#services;
    const events = this.#events.slice(0, mostKept);
    const isDue = performance.now() - this.#lastContact > heartbeatMs;
    if (events.length === 0 && !isDue) return;
    const artifacts = this.#artifacts;
    const { cancelRequested } =
      events.length > 0
        ? await appendRunEvents(ctx, { ...this.#run, events, artifacts })
        : await heartbeatRun(ctx, this.#run);
    this.#lastContact = performance.now();
    this.#events = this.#events.slice(events.length);
    this.#artifacts = this.#artifacts.slice(artifacts.length);
    if (cancelRequested) this.#stop.request("cancelled");
  }
}
