/** Counts the time that a page is in front. */
export class ActiveTime {
  readonly #now: () => number;
  #countedMs = 0;
  /** Since when it counts; null while the page is not in front. */
  #since: number | null;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  setActive(isActive: boolean): void {
    this.#count();
    this.#since = isActive ? this.#now() : null;
  }

  /** The time since the last call, in whole milliseconds; counts from zero again. */
  take(): number {
    this.#count();
    const taken = Math.round(this.#countedMs);
    this.#countedMs = 0;
    return taken;
  }

  #count(): void {
    if (this.#since === null) return;
    const now = this.#now();
    this.#countedMs += now - this.#since;
    this.#since = now;
  }
}
