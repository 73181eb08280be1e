/** Why a job stops before its end; the reason of its abort signal. */
export type StopReason =
  /** A person asked for it. */
  | "cancelled"
  /** Another worker has the job: write nothing more. */
  | "claim-lost"
  /** This process ends: the job goes back into the queue. */
  | "shutdown";

/** The job goes back into the queue for another worker. */
export class JobReturned extends Error {
  override readonly name = "JobReturned";
}

export class JobStop {
  readonly #controller = new AbortController();
  #reason: StopReason | undefined;

  /** @param shutdown aborted when the process ends or the queue has given the job to another */
  constructor(shutdown: AbortSignal) {
    if (shutdown.aborted) this.request("shutdown");
    shutdown.addEventListener("abort", () => this.request("shutdown"), { once: true, signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): StopReason | undefined {
    return this.#reason;
  }

  /** The first reason counts. */
  request(reason: StopReason): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#controller.abort(new Error(reason));
  }
}
