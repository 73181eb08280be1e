import { z } from "zod";

const column = z.string().min(1).max(200);
const attributeKind = z.enum(["binary", "categorical", "continuous"]);

/** Which column of a table says what; left out, it is guessed from names and values. Null: none does. */
export const columnMapping = z.object({
  image: column.optional(),
  label: column.nullable().optional(),
  subject: column.nullable().optional(),
  split: column.nullable().optional(),
  mask: column.nullable().optional(),
  /** Columns kept as attributes, with their kind where it is not to be guessed. Left out: all that fit. */
  attributes: z.record(column, attributeKind.nullable()).optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** How a file of any format becomes a data set: part of the import request, kept with it. */
export const importOptions = z.object({
  /** Left out, it is recognised from the content. */
  format: z
    .enum(["medmnist", "medimeta", "hdf5", "nifti", "table", "masks", "dicom", "coco", "voc", "yolo"])
    .optional(),
  columns: columnMapping.default({}),
  /** Side of the square that images of several sizes, or too large ones, are fitted into. */
  size: z.int().min(8).max(1024).optional(),
  /** 1: gray; 3: colour. Left out: colour as soon as one image is. */
  channels: z.union([z.literal(1), z.literal(3)]).optional(),
  /** What masks hold: classes of pixels, or a number for each thing. Left out: guessed. */
  masks: z.enum(["semantic", "instances"]).optional(),
  /** Names of mask values, by value. */
  maskNames: z.record(z.string().regex(/^\d{1,5}$/), column).default({}),
  /** Draw new splits by subject, though the files have some. */
  resplit: z.boolean().default(false),
  /** Shares of validation and test images where splits are drawn. */
  validation: z.number().min(0).max(0.9).default(0.15),
  test: z.number().min(0).max(0.9).default(0.15),
  /** Of the draw. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  /** For DICOM: take images that may carry burned-in text, as a person has looked at them. */
  acceptBurnedIn: z.boolean().default(false),
  /** For DICOM: what pseudonyms are made with; the same for files of the same persons. */
  secret: z.string().min(8).max(200).optional(),
  /** For MedIMeta: the task that labels come from; others become attributes. Left out: the first that gives one class to each image. */
  task: z.string().min(1).max(200).optional(),
  /** For MedIMeta: the splits of the set's source, instead of MedIMeta's own. */
  originalSplits: z.boolean().default(false),
  /** For NIfTI: what slices are cut across: the axis of the person that the slice stays in (`axial`: from foot to head). */
  plane: z.enum(["axial", "coronal", "sagittal"]).default("axial"),
  /** Leave out files that can't be read, instead of refusing the whole. */
  skipBroken: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptions>;
export type ImportOptionsInput = z.input<typeof importOptions>;
