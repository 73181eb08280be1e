import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a training is, and what came of it on test images. */
export interface LabelsResult {
  data: string;
  size: string;
  /** As given to the command: a number or a percentage. */
  labels: string;
  method: string;
  seed: string;
  /** Null for the default. */
  epochs: string | null;
  auc: number;
  accuracy: number;
  seconds: number;
  engine: string;
}

type LabelsTask = Pick<LabelsResult, "data" | "size" | "labels" | "method" | "seed" | "epochs">;

/** Results as lines of JSON in a folder, so that an interrupted comparison goes on where it was. */
export class ResultFile {
  readonly #file: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, "labels.jsonl");
  }

  find(task: LabelsTask): LabelsResult | undefined {
    return this.#all().find((result) => keyOf(result) === keyOf(task));
  }

  add(result: LabelsResult): void {
    appendFileSync(this.#file, `${JSON.stringify(result)}\n`);
  }

  #all(): LabelsResult[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line): LabelsResult => JSON.parse(line));
  }
}

function keyOf({ data, size, labels, method, seed, epochs }: LabelsTask): string {
  return JSON.stringify([data, size, labels, method, seed, epochs]);
}
