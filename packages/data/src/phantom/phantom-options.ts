import { z } from "zod";
import { DataError } from "../data-error.ts";

const share = z.number().min(0).max(1);

/** A correlation planted on purpose: how often the attribute is "on" among images with and without an opacity. */
export const plantedCorrelation = z.strictObject({
  /** "tag": the corner tag is there; "sex": the subject is female. */
  attribute: z.enum(["tag", "sex"]),
  positives: share,
  negatives: share,
  /** Where it is planted; everywhere unless given. */
  splits: z
    .array(z.enum(["train", "validation", "test"]))
    .min(1)
    .optional(),
});
export type PlantedCorrelation = z.infer<typeof plantedCorrelation>;

export const phantomOptions = z.strictObject({
  /** Number of images. */
  count: z.number().int().min(10).max(10_000_000),
  /** Height and width in pixels. */
  size: z.number().int().min(28).max(256).default(64),
  seed: z.number().int().min(0).max(0xffffffff),
  /** Share of images with an opacity. */
  prevalence: z.number().min(0.01).max(0.99).default(0.5),
  /** Subjects have 1 … this many images. */
  maxImagesPerSubject: z.number().int().min(1).max(20).default(4),
  /** Share of images with a corner tag, where no correlation is planted. */
  tagShare: share.default(0.3),
  /** Every picture twice, without the tag and then with it; the attribute `pair` tells which two belong together. */
  pairs: z.boolean().default(false),
  /** Share of training and validation images; the rest is for the test. */
  trainShare: z.number().min(0.1).max(0.8).default(0.7),
  validationShare: z.number().min(0.05).max(0.5).default(0.1),
  correlations: z.array(plantedCorrelation).max(4).default([]),
});
export type PhantomOptions = z.infer<typeof phantomOptions>;
export type PhantomInput = z.input<typeof phantomOptions>;

/** Fills in defaults. @throws DataError `bad-options` naming the option */
export function parsePhantomOptions(input: PhantomInput): PhantomOptions {
  const parsed = phantomOptions.safeParse(input);
  if (parsed.success && parsed.data.trainShare + parsed.data.validationShare <= 0.95) return parsed.data;
  const issue = parsed.error?.issues[0];
  throw new DataError({
    code: "bad-options",
    file: "phantom",
    key: issue ? issue.path.join(".") : "trainShare, validationShare",
    expected: issue ? issue.message : "shares that leave at least .05 for the test",
    found: issue ? "another value" : `${input.trainShare} and ${input.validationShare}`,
    advice: "Correct the option.",
  });
}
