import { z } from "zod";

/** A number with its 95 % interval. */
const estimate = z.strictObject({ value: z.number(), interval: z.tuple([z.number(), z.number()]) });
const count = z.int().nonnegative();

/** Null: not enough data for it in this group. Higher is better, but for fpr, underdiagnosis, ece and brier. */
const groupMetrics = z.strictObject({
  accuracy: estimate.nullable(),
  auroc: estimate.nullable(),
  /** With two classes: of the second. With more: mean over classes against the rest. */
  tpr: estimate.nullable(),
  fpr: estimate.nullable(),
  /** Of two classes only, as is the selection rate: what share is called the second class. */
  ppv: estimate.nullable(),
  selectionRate: estimate.nullable(),
  /** Share of the cases with a finding that are called "no finding" (its false positive rate). */
  underdiagnosis: estimate.nullable(),
  /** 15 bins of the predicted class's confidence. */
  ece: estimate.nullable(),
  brier: estimate.nullable(),
});

/** Value of each attribute of the grouping; null is "missing". */
const groupName = z.array(z.string().nullable()).min(1).max(2);

const curvePoint = z.strictObject({ falsePositiveRate: z.number(), truePositiveRate: z.number() });
const calibrationBin = z.strictObject({ count, confidence: z.number(), accuracy: z.number() });

const group = z.strictObject({
  group: groupName,
  /** Cases with a label, and subjects. */
  n: count,
  subjects: count,
  /** `[classes]` share of each class. */
  prevalence: z.array(z.number()),
  metrics: groupMetrics,
  /** Of two classes; empty where a class has too few cases. */
  roc: z.array(curvePoint),
  /** Bins of the predicted class's confidence that hold a case. */
  calibration: z.array(calibrationBin),
});

/** Cases of one label in one group. */
const cell = z.strictObject({
  label: z.string(),
  group: groupName,
  n: count,
  /** Share of them that are called their label; null where there are too few. */
  accuracy: estimate.nullable(),
});

export const gapKinds = [
  "accuracy",
  "auroc",
  "equalOpportunity",
  "equalisedOdds",
  "demographicParity",
  "underdiagnosis",
] as const;
export type GapKind = (typeof gapKinds)[number];

const tested = {
  value: z.number().nonnegative(),
  /** Never below 0, and its lower end lies near it by construction: judge by the p-value whether there is a gap. */
  interval: z.tuple([z.number(), z.number()]),
  /** Of a permutation of groups; null where none was made. */
  pValue: z.number().nullable(),
  /** Holm's correction over all tests of the report. */
  correctedP: z.number().nullable(),
  /** The groups with the lowest and the highest value. */
  lowest: groupName,
  highest: groupName,
};

/** Greatest difference between groups with enough data. */
const gap = z.strictObject({ kind: z.enum(gapKinds), ...tested });

const grouping = z.strictObject({
  attributes: z.array(z.string()).min(1).max(2),
  groups: z.array(group),
  cells: z.array(cell),
  /** The cell of label × group with the lowest accuracy; null without one of enough cases. */
  worstCell: z.strictObject({ label: z.string(), group: groupName, n: count, accuracy: estimate }).nullable(),
  gaps: z.array(gap),
});

const probeScore = z.strictObject({
  /** Cross-validated by subject; of several values, the mean over pairs. */
  linear: estimate,
  /** Gradient-boosted trees. */
  nonLinear: estimate,
  /** Cases that the probes learned from and were scored on. */
  n: count,
});

const relianceOfValue = z.strictObject({
  /** The value against all others (of two: the second against the first). */
  value: z.string(),
  /** Of two classes one: the second's log-odds. Else each logit without what all share. */
  classes: z.array(
    z.strictObject({
      class: z.string(),
      /** Change in logits for one population standard deviation along the attribute's direction. */
      change: estimate,
    }),
  ),
});

const attributeUse = z.strictObject({
  attribute: z.string(),
  /** Null where too few cases have a known value. */
  encoding: probeScore.nullable(),
  reliance: z.array(relianceOfValue),
  /** Some reliance has an interval without 0, corrected for their number: a preset may be worth composing. */
  isReliedOn: z.boolean(),
});

const segmentationGroup = z.strictObject({
  ...{ group: groupName, n: count, dice: estimate.nullable(), hd95: estimate.nullable() },
});
const detectionGroup = z.strictObject({
  ...{ group: groupName, n: count, boxes: count, ap50: estimate.nullable(), recall: estimate.nullable() },
});
export const denseGapKinds = ["dice", "hd95", "ap50", "recall"] as const;
export type DenseGapKind = (typeof denseGapKinds)[number];
const denseGap = z.strictObject({ kind: z.enum(denseGapKinds), ...tested });

const denseGrouping = <Group extends z.ZodType>(of: Group) =>
  z.strictObject({ attributes: z.array(z.string()).min(1).max(2), groups: z.array(of), gaps: z.array(denseGap) });

export const slice = z.strictObject({
  /** Whose label its cases have. */
  label: z.string(),
  /** Cases in the half that was searched, and in the one that it was checked on. */
  ...{ found: count, n: count },
  /** On the half not searched: share of errors in the slice, and among the other cases of that label. */
  errorRate: estimate,
  otherErrorRate: z.number(),
  pValue: z.number(),
  correctedP: z.number(),
  /** Mean mu `[latentDim]`, to be decoded. */
  centroid: z.array(z.number()),
  /** Latents in which it differs most from the label's other cases, and by how many standard deviations. */
  latents: z.array(z.strictObject({ latent: count, difference: z.number() })),
  /** All of its cases as rows of the audited set, nearest to the centroid first; older reports kept 24 of them. */
  rows: z.array(count),
  /**
   * Images of the whole set, audited or not and of whatever label, that differ from the others of their own label as the slice does:
   * rows of that set, ascending. Only where the audit was given one.
   */
  alike: z.array(count).optional(),
});
export type Slice = z.infer<typeof slice>;

/** What a page says first, most important first, in its own language. */
const finding = z.discriminatedUnion("kind", [
  /** Before anything of fairness: the model tells little. */
  z.strictObject({ kind: z.literal("weakModel"), auroc: estimate }),
  z.strictObject({
    ...{ kind: z.literal("gap"), attributes: z.array(z.string()), gap: z.enum([...gapKinds, ...denseGapKinds]) },
    ...{ value: z.number(), interval: z.tuple([z.number(), z.number()]), correctedP: z.number() },
    ...{ lowest: groupName, highest: groupName },
  }),
  z.strictObject({ kind: z.literal("reliance"), attribute: z.string(), value: z.string(), change: estimate }),
  z.strictObject({ kind: z.literal("encodedNotUsed"), attribute: z.string(), linear: estimate }),
  z.strictObject({ kind: z.literal("slice"), label: z.string(), errorRate: estimate, otherErrorRate: z.number() }),
  z.strictObject({ kind: z.literal("notEnoughData"), attribute: z.string() }),
  z.strictObject({ kind: z.literal("noGapFound"), attributes: z.array(z.string()) }),
]);
export type Finding = z.infer<typeof finding>;

export const biasReport = z.strictObject({
  format: z.literal("diaphane-bias-report"),
  /** 2: gaps of masks and boxes are tested, and among the findings. */
  schemaVersion: z.union([z.literal(1), z.literal(2)]),
  /** SHA-256 of the model's weights, and of the audited images and labels where known. */
  modelHash: z.string(),
  dataHash: z.string().nullable(),
  /** Hash of the preset that was on; null without. */
  presetHash: z.string().nullable(),
  classes: z.array(z.string()),
  /** Which class is "no finding". */
  noFinding: z.string().nullable(),
  /** Cases, those with a label, and subjects. */
  ...{ count, labelled: count, subjects: count },
  settings: z.strictObject({
    ...{ seed: z.int(), draws: z.int().positive(), permutations: count, level: z.number() },
    /** Of intervals; those of calibration errors hold at least their level, whatever this says. */
    intervals: z.enum(["percentile", "bca"]),
    /** Fewer cases of the kind that a metric is about are "not enough data". */
    ...{ fewestCases: z.int().positive(), fewestIntersection: z.int().positive() },
    /** Of the second of two classes, where a case is called positive. */
    threshold: z.number().nullable(),
  }),
  /** Of all labelled cases together. */
  overall: groupMetrics,
  /** By attribute. */
  performance: z.array(grouping),
  /** Of pairs of attributes. */
  intersections: z.array(grouping),
  use: z.array(attributeUse),
  slices: z.array(slice),
  segmentation: z.array(denseGrouping(segmentationGroup)).optional(),
  detection: z.array(denseGrouping(detectionGroup)).optional(),
  findings: z.array(finding),
});

/** A bias report as it is kept, shown and signed. */
export type BiasReport = z.infer<typeof biasReport>;
export type GroupMetrics = z.infer<typeof groupMetrics>;
export type GroupReport = z.infer<typeof group>;
export type Grouping = z.infer<typeof grouping>;
export type Gap = z.infer<typeof gap>;
export type AttributeUse = z.infer<typeof attributeUse>;
export type DenseGap = z.infer<typeof denseGap>;
export type SegmentationGroup = z.infer<typeof segmentationGroup>;
export type DetectionGroup = z.infer<typeof detectionGroup>;
