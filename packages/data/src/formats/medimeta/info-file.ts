import { parse } from "yaml";
import { z } from "zod";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { medimetaFault } from "./medimeta-fault.ts";

const MAX_BYTES = 4 * 1024 ** 2;
/** Written as YAML 1.1 has it: `17_092`. */
const count = z
  .union([z.number(), z.string().regex(/^[\d_]+$/)])
  .transform((text) => Number(String(text).replaceAll("_", "")));
const name = z.string().min(1).max(200);

const task = z.object({
  task_name: name,
  task_target: z.enum([
    "BINARY_CLASSIFICATION",
    "MULTICLASS_CLASSIFICATION",
    "MULTILABEL_CLASSIFICATION",
    "ORDINAL_REGRESSION",
  ]),
  labels: z.record(z.string().regex(/^\d{1,5}$/), z.coerce.string()),
});
export type MedimetaTask = z.infer<typeof task>;

const info = z.object({
  id: name,
  tasks: z
    .array(task)
    .max(200)
    .nullish()
    .transform((tasks) => tasks ?? []),
  input_size: z.tuple([z.union([z.literal(1), z.literal(3)]), z.int().positive(), z.int().positive()]),
  total_num_samples: count,
  domain_overlaps: z.array(name).nullish(),
  subject_overlaps: z.array(name).nullish(),
});
export type MedimetaInfo = z.infer<typeof info>;

/** The files that describe a data set in MedIMeta's layout, `info.yaml`. */
export function infoFiles({ files }: FileTree): TreeFile[] {
  return files.filter(({ path }) => /(^|\/)info\.ya?ml$/.test(path));
}

/** @throws DataError `bad-medimeta` */
export async function readInfo(tree: FileTree, file: TreeFile): Promise<MedimetaInfo> {
  let parsed: unknown;
  try {
    parsed = parse(new TextDecoder().decode(await readWhole(tree, file, MAX_BYTES)), { maxAliasCount: 20 });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : "other text";
    throw medimetaFault(tree.name, file.path, "YAML", found, cause);
  }
  const checked = info.safeParse(parsed);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const key = [file.path, ...(issue?.path ?? [])].join(", ");
  throw medimetaFault(tree.name, key, "MedIMeta's description of a data set", issue?.message);
}
