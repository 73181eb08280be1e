import { DataError } from "../../data-error.ts";
import type { ColumnMapping } from "../records/import-options.ts";
import type { Table } from "./read-table.ts";
import { splitName } from "./split-name.ts";

/** Every column's part, decided. */
export interface TableColumns {
  image: string;
  label: string | null;
  subject: string | null;
  split: string | null;
  mask: string | null;
  /** With their kind where it is set. */
  attributes: Record<string, "binary" | "categorical" | "continuous" | null>;
}

const NAMES = {
  image: /^(image|img|file|path|file_?path|file_?name|image_?(path|file|name|id|index)?|filename)$/i,
  label: /^(labels?|class|class_?(name|label)s?|targets?|diagnos(is|tic)|dx|category|finding|y)$/i,
  subject: /^(subjects?|patients?|person|participant|case)(_?(id|nr|no|number|name))?$/i,
  split: /^(splits?|set|subset|fold|partition)$/i,
  mask: /^(mask|mask_?(path|file)|segmentation|.*_mask|instance_labels|mask_.*|seg)$/i,
};

/**
 * What each column holds: as set by a person, else by its name (the first that fits, and for labels `class_name` before
 * `label`), an image's also by its values. Everything else becomes an attribute.
 *
 * @param isFile whether a cell names a file of the set
 * @throws DataError `wrong-columns` for a column that is not there, or when no column names images
 */
export function guessColumns(
  table: Table,
  mapping: ColumnMapping,
  { file, isFile }: { file: string; isFile(cell: string): boolean },
): TableColumns {
  const { columns, rows } = table;
  const free = new Set(columns);
  const taken = (name: string | null) => {
    if (name !== null) free.delete(name);
    return name;
  };
  for (const set of [mapping.image, mapping.label, mapping.subject, mapping.split, mapping.mask]) {
    if (typeof set !== "string") continue;
    if (!columns.includes(set)) throw missing(set);
    free.delete(set);
  }
  const valuesOf = (name: string) => rows.slice(0, 200).map((row) => row[columns.indexOf(name)] ?? "");
  const named = (part: keyof typeof NAMES) => [...free].filter((name) => NAMES[part].test(name));
  const filesIn = (name: string) => valuesOf(name).filter(isFile).length;
  const image =
    mapping.image ?? named("image").find((name) => filesIn(name) > 0) ?? [...free].find((name) => filesIn(name) > 0);
  if (image === undefined) throw missing(undefined);
  taken(image);
  const mask = pick(
    mapping.mask,
    named("mask").find((name) => filesIn(name) > 0),
  );
  const split = pick(
    mapping.split,
    named("split").find((name) => valuesOf(name).some((one) => splitName(one) !== null)),
  );
  const subject = pick(mapping.subject, named("subject")[0]);
  const labels = named("label");
  const label = pick(mapping.label, labels.find((name) => /name/i.test(name)) ?? labels[0]);
  const left = [...free].filter((name) => filesIn(name) === 0);
  for (const name of Object.keys(mapping.attributes ?? {})) if (!columns.includes(name)) throw missing(name);
  const attributes = mapping.attributes ?? Object.fromEntries(left.map((name) => [name, null]));
  return { image, label, subject, split, mask, attributes };

  function pick(set: string | null | undefined, guessed: string | undefined): string | null {
    return set === undefined ? taken(guessed ?? null) : set;
  }

  function missing(name: string | undefined): DataError {
    return new DataError({
      code: "wrong-columns",
      file,
      key: table.key,
      expected: name === undefined ? "a column with names of image files" : `a column ${JSON.stringify(name)}`,
      found: columns.slice(0, 30).join(", "),
      advice: "Say which column holds what.",
    });
  }
}
