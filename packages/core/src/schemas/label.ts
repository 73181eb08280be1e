import { z } from "zod";
import { count, id } from "./common-fields.ts";
import { sampleBox } from "./dataset.ts";

/** Most numbers that all shapes of a label may be made of: a mask of a 4,000 px image with a ragged edge stays below. */
const maxShapeNumbers = 500_000;

export const labelPolygon = z.object({
  classIndex: count,
  /** `[x, y]` in pixels of the image, from its top left corner. */
  points: z
    .array(z.tuple([z.number(), z.number()]))
    .min(3)
    .max(10_000),
});
export type LabelPolygon = z.infer<typeof labelPolygon>;

/** One instance: lengths of runs over the image row by row, background first, as COCO counts them (which goes by columns). */
export const labelMask = z.object({ classIndex: count, runs: z.array(count).min(1).max(maxShapeNumbers) });
export type LabelMask = z.infer<typeof labelMask>;

/** What was answered to the question that the task's kind asks; indices are into its classes. */
export const labelAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("classes"), classIndices: z.array(count).max(60) }),
  z.object({ kind: z.literal("boxes"), boxes: z.array(sampleBox).max(2000) }),
  z.object({ kind: z.literal("polygons"), polygons: z.array(labelPolygon).max(2000) }),
  z.object({ kind: z.literal("masks"), masks: z.array(labelMask).max(2000) }),
  z.object({ kind: z.literal("none") }),
]);
export type LabelAnswer = z.infer<typeof labelAnswer>;

/** The whole of what one person says of one image. */
export const labelValue = z
  .object({
    answer: labelAnswer,
    /** By the name of the task's question. */
    attributes: z.record(z.string().max(100), z.string().max(100)).default({}),
    note: z.string().trim().max(5000).default(""),
  })
  .refine(({ answer }) => countNumbers(answer) <= maxShapeNumbers, { message: "too many points" });
export type LabelValue = z.infer<typeof labelValue>;

function countNumbers(answer: LabelAnswer): number {
  if (answer.kind === "polygons") return answer.polygons.reduce((sum, { points }) => sum + 2 * points.length, 0);
  if (answer.kind === "masks") return answer.masks.reduce((sum, { runs }) => sum + runs.length, 0);
  return 0;
}

/** A change of a label on its way from a device to the server. */
export const saveLabelInput = z.object({
  assignmentId: id,
  /** Made once for each change, however often it is sent. */
  operationId: z.uuid(),
  /** The place that the change has among this person's revisions of the image: one after the revision that it was made on. */
  sequence: count.min(1),
  /** The operation that made the revision before it; null for the first. */
  basedOn: z.uuid().nullable(),
  value: labelValue,
  isDone: z.boolean(),
  durationMs: count.max(24 * 60 * 60 * 1000),
  /** By the clock of the device. */
  madeAt: z.coerce.date().min(new Date("2000-01-01")).max(new Date("2200-01-01")),
});
export type SaveLabelInput = z.input<typeof saveLabelInput>;

export const listLabelRevisionsInput = z.object({ assignmentId: id });
