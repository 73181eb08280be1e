import { saveRunCheckpoint } from "@diaphane/core";
import type { TrainingEvent } from "@diaphane/model";
import type { JobServices } from "./job-services.ts";
import { encodeStrip } from "./reconstruction-strip.ts";
import type { RunClaim, RunJournal } from "./run-journal.ts";
import type { JobStop } from "./stop-reason.ts";

/** Turns what training tells into events and artifacts of the run. */
export class RunRecorder {
  readonly #services: JobServices;
  readonly #run: RunClaim;
  readonly #journal: RunJournal;
  readonly #stop: JobStop;
  /** Steps done, as far as training has told. */
  step = 0;

  constructor(services: JobServices, run: RunClaim, journal: RunJournal, stop: JobStop) {
    this.#services = services;
    this.#run = run;
    this.#journal = journal;
    this.#stop = stop;
  }

  async record(event: TrainingEvent): Promise<void> {
    this.step = event.kind === "started" ? event.resumedFromStep : event.step;
    if (event.kind === "started") {
      const { kind, ...data } = event;
      this.#journal.add({ kind, step: this.step, data });
    } else if (event.kind === "step") {
      const { kind, step, losses, ...data } = event;
      this.#journal.add({ kind, step, data: { ...data, losses: { ...losses } } });
    } else if (event.kind === "epoch") {
      const { kind, step, epoch, validation, sets } = event;
      const each = sets ? { sets: sets.map((set) => ({ ...set })) } : {};
      this.#journal.add({ kind, step, data: { epoch, validation: { ...validation }, ...each } });
    } else if (event.kind === "reconstructions") {
      await this.#storeStrip(event);
    } else if (event.kind === "checkpoint") {
      await this.#storeCheckpoint(event);
    }
  }

  async #storeStrip({ step, epoch, ...strip }: Extract<TrainingEvent, { kind: "reconstructions" }>): Promise<void> {
    const { sha256, sizeBytes } = await this.#services.store.put(await encodeStrip(strip), "RECONSTRUCTIONS");
    const data = { epoch, sha256, count: strip.count };
    this.#journal.add({ kind: "reconstructions", step, data }, { sha256, sizeBytes, kind: "RECONSTRUCTIONS" });
  }

  /** Written at once: it is what a restart depends on. Those before are deleted. */
  async #storeCheckpoint({ step, bytes }: Extract<TrainingEvent, { kind: "checkpoint" }>): Promise<void> {
    const { reason } = this.#stop;
    // A cancelled run never goes on; another's run is not ours to write.
    if (reason === "cancelled" || reason === "claim-lost") return;
    const { ctx, store } = this.#services;
    const { sha256, sizeBytes } = await store.put(bytes, "CHECKPOINT");
    await this.#journal.flush();
    await saveRunCheckpoint(ctx, { ...this.#run, step, sha256, sizeBytes });
  }
}
