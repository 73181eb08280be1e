import { DataError } from "../../data-error.ts";
import type { FileTree, TreeFile } from "../archive/file-tree.ts";
import { pictureRecord } from "../folder/picture-record.ts";
import { arrayImages } from "../hdf5/array-images.ts";
import { openHdf5 } from "../hdf5/open-hdf5.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { readAnnotations } from "./annotations.ts";
import { type MedimetaInfo, readInfo } from "./info-file.ts";
import { medimetaFault } from "./medimeta-fault.ts";
import { readSplitLists, rowOf } from "./split-lists.ts";
import { classOf, readTaskLabels, type TaskLabels } from "./task-labels.ts";

type Pixels = Pick<ImageRecord, "size" | "picture">;

/**
 * Reads a data set in MedIMeta's layout (Woerner et al., arXiv:2404.16000): pixels from `images.hdf5` or, without it, from `images/`; splits of
 * MedIMeta or of the source. Labels come from one task, the others become attributes: an image of several labels one for each.
 *
 * @throws DataError `bad-medimeta`, `multi-label` for a task that gives an image several labels, and what arrays and tables say
 */
export async function readMedimetaSet(
  tree: FileTree,
  infos: readonly TreeFile[],
  options: ImportOptions,
): Promise<RecordSet> {
  const [file, another] = infos;
  if (!file) throw medimetaFault(tree.name, "info.yaml", "a description of the data set", "none");
  if (another) throw medimetaFault(tree.name, another.path, "one data set", `${file.path} too`);
  const info = await readInfo(tree, file);
  const base = file.path.replace(/info\.ya?ml$/, "");
  const byPath = new Map(tree.files.map((one) => [one.path, one]));
  const count = info.total_num_samples;
  const labels: TaskLabels[] = [];
  for (const task of info.tasks) labels.push(await readTaskLabels(tree, byPath, { base, info, task }));
  const main = mainTask(tree, labels, options);
  const folder = `${base}${options.originalSplits ? "original_splits" : "splits"}/`;
  const splits = await readSplitLists(tree, byPath, { folder, count });
  const table = byPath.get(`${base}annotations.csv`);
  const annotations = table ? await readAnnotations(tree, table, info) : [];
  const { pixels, close } = await openPixels(tree, byPath, base, info);
  const records = splits.map((split, row): ImageRecord => {
    const { subject = null, attributes = {} } = annotations[row] ?? {};
    return {
      key: `${base}images/${String(row).padStart(6, "0")}`,
      split,
      label: main ? classOf(main, row) : null,
      subject,
      attributes: { ...attributes, ...otherTasks(labels, main, row) },
      boxes: null,
      ...pixels(row),
    };
  });
  const set = { name: tree.name, records, classes: main?.names ?? null, maskClasses: [], boxClasses: [] };
  const { id, subject_overlaps: subjects, domain_overlaps: domains } = info;
  const origin = { id, subjectOverlaps: subjects ?? [], domainOverlaps: domains ?? [] };
  return { ...set, attributeKinds: {}, notes: notesOf(base, info, main), origin, close };
}

function mainTask(tree: FileTree, labels: readonly TaskLabels[], { task: wanted }: ImportOptions): TaskLabels | null {
  if (wanted === undefined) return labels.find(({ isMultiLabel }) => !isMultiLabel) ?? null;
  const found = labels.find(({ task }) => task.task_name === wanted);
  const known = labels.map(({ task }) => task.task_name).join(", ");
  if (!found) throw medimetaFault(tree.name, "tasks", `a task ${JSON.stringify(wanted)}`, known);
  if (!found.isMultiLabel) return found;
  const [expected, advice] = [
    "a task that gives each image one class",
    "Choose another task: this one's labels are attributes.",
  ];
  throw new DataError({ code: "multi-label", file: tree.name, key: wanted, expected, found: "several", advice });
}

function otherTasks(
  labels: readonly TaskLabels[],
  main: TaskLabels | null,
  row: number,
): Record<string, string | null> {
  const values: [string, string | null][] = [];
  for (const one of labels) {
    if (one === main) continue;
    const { task_name: name } = one.task;
    if (!one.isMultiLabel) values.push([name, classOf(one, row)]);
    else values.push(...one.names.map((label, i) => labelOf(one, `${name}: ${label}`, row * one.names.length + i)));
  }
  return Object.fromEntries(values);
}

function labelOf({ values }: TaskLabels, name: string, at: number): [string, string] {
  return [name, String(values[at])];
}

function notesOf(base: string, info: MedimetaInfo, main: TaskLabels | null): string[] {
  const folder = base.split("/").at(-2);
  const notes = main
    ? [`labels: ${main.task.task_name}`]
    : ["no task gives each image one class: labels are attributes"];
  if (folder !== undefined && folder !== info.id) notes.push(`the folder is called ${folder}, the data set ${info.id}`);
  const { subject_overlaps: subjects, domain_overlaps: domains } = info;
  if (subjects?.length)
    notes.push(`has subjects of ${subjects.join(", ")}: never learn from one and measure on the other`);
  if (domains?.length) notes.push(`has the same kind of images as ${domains.join(", ")}`);
  return notes;
}

/** Where the pixels of every row come from, checked against what the description says. */
async function openPixels(
  tree: FileTree,
  byPath: ReadonlyMap<string, TreeFile>,
  base: string,
  { total_num_samples: count, input_size: [channels, height, width] }: MedimetaInfo,
): Promise<{ pixels(row: number): Pixels; close(): Promise<void> }> {
  const file = byPath.get(`${base}images.hdf5`);
  if (!file) {
    const rows = new Map(
      [...byPath.values()].flatMap((one) => {
        const row = one.path.startsWith(`${base}images/`) ? rowOf(one.path) : null;
        return row === null ? [] : [[row, one] as const];
      }),
    );
    if (rows.size !== count) throw medimetaFault(tree.name, `${base}images`, `${count} images`, `${rows.size} files`);
    const pixels = (row: number) => {
      const image = rows.get(row);
      if (!image) throw medimetaFault(tree.name, `${base}images`, `an image of row ${row}`, "none");
      return pictureRecord(tree, image);
    };
    return { pixels: (row) => ({ size: pixels(row).size, picture: pixels(row).picture }), close: () => tree.close() };
  }
  const hdf5 = await openHdf5(tree, file);
  try {
    const array = hdf5.arrays.find(({ path }) => path === "images");
    const shape = channels === 1 ? [count, height, width] : [count, height, width, channels];
    if (array?.shape.join() !== shape.join() || array.kind !== "byte") {
      const found = array ? `${array.kind} (${array.shape.join(", ")})` : "no array images";
      throw medimetaFault(tree.name, file.path, `bytes images (${shape.join(", ")})`, found);
    }
    const images = await arrayImages(array, { file: tree.name, key: file.path });
    return {
      pixels: (row) => ({ size: async () => images.size, picture: () => images.picture(row) }),
      async close() {
        await hdf5.close();
        await tree.close();
      },
    };
  } catch (error) {
    await hdf5.close();
    throw error;
  }
}
