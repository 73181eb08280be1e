import type { FileTree, TreeFile } from "../archive/file-tree.ts";
import { readWhole } from "../archive/file-tree.ts";
import { decodeNumbers, isNumberDtype } from "../npy-dtype.ts";
import { parseNpyHeader } from "../npy-header.ts";
import type { MedimetaInfo, MedimetaTask } from "./info-file.ts";
import { medimetaFault } from "./medimeta-fault.ts";

/** A task with what it says of every image. */
export interface TaskLabels {
  task: MedimetaTask;
  /** Names of the classes, by their number. */
  names: string[];
  /** `[n]` class numbers; of several labels at once `[n, names.length]` of 0 and 1. */
  values: Float64Array;
  isMultiLabel: boolean;
}

/** @throws DataError `bad-medimeta` for labels that are missing, too few or too many, or of no class */
export async function readTaskLabels(
  tree: FileTree,
  byPath: ReadonlyMap<string, TreeFile>,
  { base, info, task }: { base: string; info: MedimetaInfo; task: MedimetaTask },
): Promise<TaskLabels> {
  const path = `${base}task_labels/${task.task_name}.npy`;
  const file = byPath.get(path);
  if (!file) throw medimetaFault(tree.name, path, "the labels of a task", "no such file");
  const bytes = await readWhole(tree, file);
  const place = { file: tree.name, key: path };
  const header = parseNpyHeader(bytes, place);
  const isMultiLabel = task.task_target === "MULTILABEL_CLASSIFICATION";
  const names = Object.keys(task.labels)
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => task.labels[value] ?? value);
  const shape = isMultiLabel ? [info.total_num_samples, names.length] : [info.total_num_samples];
  const found = isMultiLabel || header.shape[1] !== 1 ? header.shape : header.shape.slice(0, 1);
  if (found.join() !== shape.join() || !isNumberDtype(header.dtype)) {
    throw medimetaFault(
      tree.name,
      path,
      `numbers (${shape.join(", ")})`,
      `${header.dtype} (${header.shape.join(", ")})`,
    );
  }
  if (bytes.length < header.dataOffset + header.dataBytes)
    throw medimetaFault(tree.name, path, "whole labels", "a cut file");
  const values = decodeNumbers(bytes.slice(header.dataOffset, header.dataOffset + header.dataBytes), header.dtype);
  const known = isMultiLabel ? new Set([0, 1]) : new Set(Object.keys(task.labels).map(Number));
  const wrong = values.findIndex((value) => !known.has(value));
  if (wrong >= 0) throw medimetaFault(tree.name, `${path}[${wrong}]`, `one of ${[...known].join(", ")}`, values[wrong]);
  return { task, names, values, isMultiLabel };
}

/** The class of an image by name, of a task that gives each image one. */
export function classOf({ task, values }: TaskLabels, row: number): string | null {
  return task.labels[String(values[row] ?? "")] ?? null;
}
