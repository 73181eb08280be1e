import { z } from "zod";

/** A number with its bootstrap interval. */
const estimate = z.strictObject({ value: z.number(), interval: z.tuple([z.number(), z.number()]) });

/**
 * The same for what had no interval in bundles of before: the bare number there is read as one without. Nothing of now
 * leaves it out.
 */
const laterEstimate = z.union([
  estimate.extend({ interval: estimate.shape.interval.nullable() }),
  z.number().transform((value) => ({ value, interval: null })),
]);

/** What a rule of decision gives: for two classes a threshold on the probability of the second, else the most probable class. */
const decision = z.strictObject({
  threshold: z.number().nullable(),
  accuracy: estimate,
  balancedAccuracy: estimate,
  /** Null with several classes. */
  sensitivity: estimate.nullable(),
  specificity: estimate.nullable(),
  /** `[label][predicted]` */
  confusion: z.array(z.array(z.int().nonnegative())),
});

const rocPoint = z.strictObject({
  threshold: z.number().nullable(),
  truePositiveRate: z.number(),
  falsePositiveRate: z.number(),
});

/** Of one class of a pixel: means over the images that have it, or were said to. Null where no image does. */
const classOverlap = z.strictObject({
  dice: estimate.nullable(),
  iou: estimate.nullable(),
  /** 95th percentile of the Hausdorff distance, in pixels of the network's input. */
  hd95: estimate.nullable(),
});

/** How well pixels are told apart, at the network's input size; 255 was not scored. */
const segmentationEvaluation = z.strictObject({
  /** Images with a known pixel. */
  images: z.int().nonnegative(),
  /** The background first. */
  classes: z.array(z.string()),
  byClass: z.array(classOverlap),
  /** Of an image's classes after the background, then over images. */
  dice: estimate.nullable(),
  iou: estimate.nullable(),
});

const detectionFigures = { ap: estimate, ap50: estimate, recall: estimate };

/** How well objects are found, by COCO's rules. */
const detectionEvaluation = z.strictObject({
  /** Images that somebody looked at, and the boxes drawn there. */
  images: z.int().nonnegative(),
  boxes: z.int().nonnegative(),
  classes: z.array(z.string()),
  /** Means over the classes with boxes: average precision at IoU .50:.05:.95 and at .5, recall with 100 boxes an image. Null without boxes. */
  overall: z.strictObject(detectionFigures).nullable(),
  /** Null for a class without boxes. */
  byClass: z.array(z.strictObject({ boxes: z.int().positive(), ...detectionFigures }).nullable()),
});

export const evaluation = z.strictObject({
  /** Images, and how many of them have a label. */
  count: z.int().nonnegative(),
  labelled: z.int().nonnegative(),
  classes: z.array(z.string()),
  /** Null where the labels cannot give it: no labels, or a class without cases. */
  auc: estimate.nullable(),
  ece: laterEstimate.nullable(),
  /** The calibration error with logits divided by the temperature fitted on validation data; bundles from before there was one lack it. */
  calibrated: z.strictObject({ temperature: z.number().positive(), ece: estimate }).nullable().optional(),
  brier: laterEstimate.nullable(),
  /** At .5 (or the most probable class), and for two classes at the threshold chosen on validation data. */
  atHalf: decision.nullable(),
  atThreshold: decision.nullable(),
  /** One curve a class, against all others; for two classes only that of the second. */
  roc: z.array(z.strictObject({ classIndex: z.int(), points: z.array(rocPoint) })),
  /** Of the decoder's image of mu: means over images, in dB and as structural similarity. */
  psnr: laterEstimate,
  ssim: laterEstimate,
  /** With a segmentation head, of images with masks. */
  segmentation: segmentationEvaluation.optional(),
  /** With a detection head, of images with boxes. */
  detection: detectionEvaluation.optional(),
});

/** How good a model is on one set of images. */
export type Evaluation = z.infer<typeof evaluation>;
export type SegmentationEvaluation = z.infer<typeof segmentationEvaluation>;
export type DetectionEvaluation = z.infer<typeof detectionEvaluation>;
export type Decision = z.infer<typeof decision>;
