import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runDiaphane } from "./run-diaphane.ts";

/** Models that several trainings start from: each is pre-trained when it is first asked for, and gone when the benchmark ends. */
export class PretrainedModels {
  #folder: string | undefined;
  readonly #known = new Map<string, Promise<string>>();

  /** @param options of `diaphane pretrain`, files first @returns the model's folder */
  async of(options: readonly string[]): Promise<string> {
    this.#folder ??= await mkdtemp(path.join(tmpdir(), "diaphane-pretrained-"));
    const key = options.join(" ");
    const out = path.join(this.#folder, `${this.#known.size}`);
    const model = this.#known.get(key) ?? runDiaphane(["pretrain", ...options, "--out", out]).then(() => out);
    this.#known.set(key, model);
    return model;
  }

  async dispose(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true });
  }
}
