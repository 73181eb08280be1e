import { z } from "zod";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { indexFiles } from "../folder/file-index.ts";
import { pictureRecord } from "../folder/picture-record.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";
import { splitInPath } from "../table/split-name.ts";
import { type AnnotatedRecord, annotatedSet, type NamedBox } from "./annotated-set.ts";
import { annotationFault } from "./annotation-fault.ts";
import { type CocoShape, cocoMask, cocoShape } from "./coco-mask.ts";

const id = z.union([z.number(), z.string()]);
const finite = z.number();
const cocoFile = z.object({
  images: z.array(z.object({ id, file_name: z.string().min(1), subject: z.string().nullish() })),
  annotations: z
    .array(
      z.object({
        image_id: id,
        category_id: id,
        bbox: z.tuple([finite, finite, finite, finite]).optional(),
        segmentation: cocoShape.optional(),
      }),
    )
    .default([]),
  categories: z.array(z.object({ id, name: z.string().min(1).max(200) })),
});
type CocoFile = z.infer<typeof cocoFile>;

/** The JSON files of a tree; whether they are COCO shows when they are read. */
export function cocoFiles({ files }: FileTree): TreeFile[] {
  return files.filter(({ path }) => /\.json$/i.test(path));
}

interface Shaped {
  name: string;
  shape: CocoShape;
}

/**
 * Reads COCO: boxes, and masks out of polygons and run lengths where there are any, later ones over earlier ones. The split is in the name
 * of the file (`instances_train.json`).
 *
 * @throws DataError `bad-annotations` naming the file and the place
 */
export async function readCocoSet(tree: FileTree, files: readonly TreeFile[]): Promise<RecordSet> {
  const index = indexFiles(tree);
  const annotated: (AnnotatedRecord & { shapes: Shaped[] })[] = [];
  const classes: string[] = [];
  for (const file of files) {
    const coco = await readCoco(tree, file);
    const nameOf = new Map(coco.categories.map((category) => [category.id, category.name]));
    for (const name of nameOf.values()) if (!classes.includes(name)) classes.push(name);
    const found = new Map<string | number, (typeof annotated)[number] & { boxes: NamedBox[] }>();
    for (const { id: image, file_name: name, subject } of coco.images) {
      const picture = index.find(name, file.path);
      if (!picture) throw annotationFault(tree.name, file.path, "an image of the set", name);
      const record = { ...pictureRecord(tree, picture), split: splitInPath(file.path), subject: subject ?? null };
      found.set(image, { record, boxes: [], shapes: [] });
    }
    for (const [i, annotation] of coco.annotations.entries()) {
      const place = `${file.path}, annotations/${i}`;
      const image = found.get(annotation.image_id);
      const name = nameOf.get(annotation.category_id);
      if (!image || name === undefined)
        throw annotationFault(tree.name, place, "a known image and category", annotation);
      if (annotation.bbox) {
        const [left, top, width, height] = annotation.bbox;
        image.boxes.push({ name, left, top, width, height });
      }
      if (annotation.segmentation) image.shapes.push({ name, shape: annotation.segmentation });
    }
    annotated.push(...found.values());
  }
  const hasMasks = annotated.some(({ shapes }) => shapes.length > 0);
  const set = annotatedSet(tree, annotated, { classes, notes: [] });
  if (!hasMasks) return set;
  const records = set.records.map((record, i) => withMask(record, annotated[i]?.shapes ?? [], classes));
  return { ...set, records, maskClasses: ["background", ...classes] };
}

function withMask(record: ImageRecord, shapes: readonly Shaped[], classes: readonly string[]): ImageRecord {
  const numbered = shapes.map(({ name, shape }) => ({ shape, value: classes.indexOf(name) + 1 }));
  return { ...record, mask: async () => cocoMask(numbered, await record.size()) };
}

async function readCoco(tree: FileTree, file: TreeFile): Promise<CocoFile> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(await readWhole(tree, file)));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw annotationFault(tree.name, file.path, "JSON", cause.message, cause);
  }
  const checked = cocoFile.safeParse(parsed);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw annotationFault(
    tree.name,
    `${file.path}, ${issue?.path.join("/") ?? ""}`,
    "COCO's images, annotations and categories",
    issue?.message,
  );
}
