import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Results as lines of JSON, so that an interrupted comparison goes on where it was and grows seed by seed.
 * `Task` is what was measured, by which a result is found again; `Result` is what came of it.
 */
export class ResultFile<Task extends object, Result extends object> {
  readonly #file: string;

  /** @param folder made when it is not there */
  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `${name}.jsonl`);
  }

  /** The latest result of that task, each of whose fields has to be equal. */
  find(task: Task): (Task & Result) | undefined {
    const wanted = Object.entries(task).map(([name, value]) => [name, JSON.stringify(value)] as const);
    return this.#all().findLast((row) => {
      const found = new Map(Object.entries(row));
      return wanted.every(([name, value]) => JSON.stringify(found.get(name)) === value);
    });
  }

  add(row: Task & Result): void {
    appendFileSync(this.#file, `${JSON.stringify(row)}\n`);
  }

  #all(): (Task & Result)[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line): Task & Result => JSON.parse(line));
  }
}
