import type { ResultFile } from "./result-file.ts";

interface Grid<Task extends object, Result extends object> {
  tasks: readonly Task[];
  results: ResultFile<Task, Result>;
  /** Take what there is, and measure nothing. */
  stored: boolean;
  measure(task: Task): Promise<Result>;
}

/** What is known of each task, measured now where it was not before; with `stored`, those alone that were. In their order. */
export async function runGrid<Task extends object, Result extends object>({
  tasks,
  results,
  stored,
  measure,
}: Grid<Task, Result>): Promise<(Task & Result)[]> {
  const rows: (Task & Result)[] = [];
  for (const task of tasks) {
    const earlier = results.find(task);
    if (earlier !== undefined) rows.push(earlier);
    else if (!stored) {
      const row = { ...task, ...(await measure(task)) };
      results.add(row);
      rows.push(row);
      console.error(JSON.stringify(row));
    }
  }
  return rows;
}
