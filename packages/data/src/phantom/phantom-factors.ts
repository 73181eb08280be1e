import type { SplitName } from "../image-source.ts";
import type { PhantomOptions, PlantedCorrelation } from "./phantom-options.ts";
import { phantomRandom } from "./phantom-random.ts";

export type Sex = "female" | "male";
export type Site = "A" | "B" | "C";
export const SITES: readonly Site[] = ["A", "B", "C"];

/** A focal opacity; lengths in half image widths. */
export interface OpacityFactors {
  /** As seen in the image: the left lung field is on the left. */
  side: "left" | "right";
  /** Place within that lung field, −1…1 from medial to lateral and from top to bottom. */
  across: number;
  down: number;
  radius: number;
  /** Peak brightness added, as a share of full scale. */
  strength: number;
}

/** Everything that one image is drawn from: the ground truth of later tests. */
export interface PhantomFactors {
  subject: number;
  sex: Sex;
  site: Site;
  /** Years. */
  age: number;
  /** −1 slender … 1 broad. */
  bodyShape: number;
  /** 1 is average; scales both axes of the heart. */
  heartSize: number;
  /** 1 is average; a deep breath lowers the diaphragm. */
  lungVolume: number;
  /** −1 flat … 1 steep. */
  ribAngle: number;
  /** Of the patient to the film, in degrees, clockwise positive. */
  rotationDegrees: number;
  /** −1 under-exposed (bright) … 1 over-exposed (dark). */
  exposure: number;
  /** Standard deviation of the noise, as a share of full scale. */
  noise: number;
  opacity: OpacityFactors | null;
  hasTag: boolean;
}

/** What is the same in all images of a subject. */
interface SubjectFactors
  extends Pick<PhantomFactors, "sex" | "site" | "age" | "bodyShape" | "heartSize" | "ribAngle"> {}

const SITE_EXPOSURE: Record<Site, number> = { A: 0, B: -0.3, C: 0.35 };
const SITE_NOISE: Record<Site, number> = { A: 0.012, B: 0.02, C: 0.03 };

/** Draws the factors of one image from (seed, subject, index) alone. */
export function drawFactors(options: PhantomOptions, split: SplitName, subject: number, index: number): PhantomFactors {
  const fixed = drawSubject(options, split, subject);
  const random = phantomRandom(options.seed, "image", index);
  const hasOpacity = random.chance(opacityChance(options, split, fixed.sex));
  const hasTag = random.chance(tagChance(options, split, hasOpacity));
  return {
    subject,
    ...fixed,
    lungVolume: clamp(random.normal(1, 0.07), 0.8, 1.2),
    rotationDegrees: clamp(random.normal(0, 3), -9, 9),
    exposure: clamp(random.normal(SITE_EXPOSURE[fixed.site], 0.25), -1, 1),
    noise: SITE_NOISE[fixed.site] * random.between(0.8, 1.2),
    // Drawn whether or not it is there, so that the rest of the image does not change with it.
    opacity: hasOpacity ? drawOpacity(options.seed, index) : null,
    hasTag,
  };
}

function drawSubject(options: PhantomOptions, split: SplitName, subject: number): SubjectFactors {
  const random = phantomRandom(options.seed, "subject", subject);
  const sex = random.chance(femaleShare(options, split)) ? "female" : "male";
  const site = SITES[Math.floor(random.unit() * SITES.length)] ?? "A";
  const age = Math.round(clamp(random.normal(52, 17), 18, 90));
  return {
    sex,
    site,
    age,
    bodyShape: clamp(random.normal(sex === "male" ? 0.3 : -0.3, 0.4), -1, 1),
    // Hearts grow a little with age.
    heartSize: clamp(random.normal(1 + (age - 52) * 0.002, 0.1), 0.72, 1.4),
    ribAngle: clamp(random.normal(0, 0.4), -1, 1),
  };
}

function drawOpacity(seed: number, index: number): OpacityFactors {
  const random = phantomRandom(seed, "texture", -1 - index);
  return {
    side: random.chance(0.5) ? "left" : "right",
    across: random.between(-0.55, 0.6),
    down: random.between(-0.55, 0.65),
    radius: random.between(0.13, 0.32),
    strength: random.between(0.14, 0.34),
  };
}

function planted(
  options: PhantomOptions,
  attribute: PlantedCorrelation["attribute"],
  split: SplitName,
): PlantedCorrelation | undefined {
  return options.correlations.find((one) => one.attribute === attribute && (one.splits?.includes(split) ?? true));
}

function tagChance(options: PhantomOptions, split: SplitName, hasOpacity: boolean): number {
  const correlation = planted(options, "tag", split);
  if (!correlation) return options.tagShare;
  return hasOpacity ? correlation.positives : correlation.negatives;
}

function femaleShare({ prevalence, ...options }: PhantomOptions, split: SplitName): number {
  const correlation = planted({ prevalence, ...options }, "sex", split);
  if (!correlation) return 0.5;
  return prevalence * correlation.positives + (1 - prevalence) * correlation.negatives;
}

/** Sex belongs to the subject and is drawn first, so the opacity is drawn given it (Bayes). */
function opacityChance(options: PhantomOptions, split: SplitName, sex: Sex): number {
  const correlation = planted(options, "sex", split);
  if (!correlation) return options.prevalence;
  const ofSex = (share: number) => (sex === "female" ? share : 1 - share);
  const positive = options.prevalence * ofSex(correlation.positives);
  const negative = (1 - options.prevalence) * ofSex(correlation.negatives);
  return positive + negative === 0 ? options.prevalence : positive / (positive + negative);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
