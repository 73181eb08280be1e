import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { readTable } from "../table/read-table.ts";
import type { MedimetaInfo } from "./info-file.ts";
import { medimetaFault } from "./medimeta-fault.ts";
import { rowOf } from "./split-lists.ts";

/** What `annotations.csv` says of an image beyond splits and tasks. */
export interface Annotation {
  subject: string | null;
  attributes: Record<string, string | null>;
}

const KNOWN = new Set(["filepath", "split", "original_filepath", "original_split", "patient_id"]);

/**
 * Subjects and attributes, by row; columns of tasks are left to the labels themselves.
 *
 * @throws DataError `bad-table`; `bad-medimeta` for a row of no image
 */
export async function readAnnotations(
  tree: FileTree,
  file: TreeFile,
  { tasks, total_num_samples: count }: MedimetaInfo,
): Promise<Annotation[]> {
  const { columns, rows } = await readTable(await readWhole(tree, file), { file: tree.name, key: file.path });
  const ofTasks = new Set(tasks.flatMap(({ task_name: name }) => [name, `tasks/${name}`]));
  const kept = columns.filter((column) => !KNOWN.has(column) && !ofTasks.has(column));
  const at = (row: readonly string[], column: string) => row[columns.indexOf(column)]?.trim() || null;
  const found: Annotation[] = Array.from({ length: count }, () => ({ subject: null, attributes: {} }));
  for (const [i, row] of rows.entries()) {
    const path = at(row, "filepath");
    const index = path === null ? null : rowOf(path);
    if (index === null || index >= count) {
      throw medimetaFault(tree.name, `${file.path}, row ${i + 2}`, "the path of an image", path);
    }
    const attributes = Object.fromEntries(kept.map((column) => [column, at(row, column)]));
    found[index] = { subject: at(row, "patient_id"), attributes };
  }
  return found;
}
