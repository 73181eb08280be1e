import type { ImageBox } from "../../image-source.ts";
import type { FileTree } from "../archive/file-tree.ts";
import { naturally } from "../records/describe-attributes.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";

/** A box with its class by name, in pixels, counted from 0. */
export interface NamedBox extends Omit<ImageBox, "classIndex"> {
  name: string;
}

export interface AnnotatedRecord {
  record: ImageRecord;
  boxes: readonly NamedBox[];
}

/**
 * A set of images with boxes.
 *
 * @param classes in the format's order; null: the names that occur
 */
export function annotatedSet(
  tree: FileTree,
  annotated: readonly AnnotatedRecord[],
  { classes, notes }: { classes: readonly string[] | null; notes: string[] },
): RecordSet {
  const names = classes ?? naturally(new Set(annotated.flatMap(({ boxes }) => boxes.map(({ name }) => name))));
  const indexOf = new Map(names.map((name, i) => [name, i]));
  const records = annotated.map(({ record, boxes }): ImageRecord => {
    return { ...record, boxes: boxes.map(({ name, ...box }) => ({ classIndex: indexOf.get(name) ?? 0, ...box })) };
  });
  const none = { classes: null, maskClasses: [], attributeKinds: {} };
  return { ...none, name: tree.name, records, boxClasses: [...names], notes, close: () => tree.close() };
}
