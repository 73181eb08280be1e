import { z } from "zod";
import { biasReport } from "../bias/bias-report.ts";
import { preset } from "./preset.ts";

const comparison = {
  before: biasReport,
  /** The same on the same cases with the preset on; its probes are trained anew, on these cases. */
  after: biasReport,
  /** AUROC before less AUROC after, of the same draws; null where a class is all but absent, left out in evidence of before it was measured. */
  aurocLoss: z
    .strictObject({ value: z.number(), interval: z.tuple([z.number(), z.number()]) })
    .nullable()
    .optional(),
};

const size = z.strictObject({ count: z.int().nonnegative(), subjects: z.int().nonnegative() });

const seconds = z.number().nonnegative();

const suggestion = z.strictObject({
  /** The weakest of the strengths that do best. */
  alpha: z.number(),
  /** Accuracy of the worst cell of label × value on the selection set; null without a cell. */
  points: z.array(z.strictObject({ alpha: z.number(), worstAccuracy: z.number().nullable() })),
});

/** What the making of a preset came to. The parts that may be null were not made by earlier versions. */
export const presetEvidence = z.object({
  preset,
  /** No subject is in two of them. */
  sets: z.strictObject({ fit: size, selection: size, evidence: size }).nullable().default(null),
  /** On the selection set; the preset's own strength may be another. */
  suggestion: suggestion.nullable().default(null),
  /** On the evidence set; its probes are trained anew, on these cases, before and after. */
  evidence: z.object(comparison),
  /** Wall-clock seconds that it took to fit it and to choose its strength; null where that was not measured. */
  seconds: seconds.nullable().default(null),
  /** Other ways to the same end on the same evidence set. */
  comparators: z
    .array(z.strictObject({ kind: z.literal("group-thresholds"), report: biasReport, seconds }))
    .default([]),
  /** The same on data from elsewhere; null where none was chosen. */
  external: z
    .object({ set: z.strictObject({ name: z.string(), number: z.int() }), ...comparison })
    .nullable()
    .default(null),
});
export type PresetEvidence = z.infer<typeof presetEvidence>;
