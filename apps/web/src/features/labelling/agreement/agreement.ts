import type { LabelValue } from "@diaphane/core/schemas";
import { cohenKappa, fleissKappa, krippendorffAlpha, NotEnoughDataError } from "@diaphane/model/agreement";
import type { RatedVariable } from "./rated-variables.ts";

export interface SharedImage {
  sampleIndex: number;
  labels: readonly { annotatorId: string; value: LabelValue }[];
}

export interface PairAgreement {
  first: string;
  second: string;
  images: number;
  /** The share of images of which both say the same. */
  same: number;
  /** Null: not enough data. For ordered classes weighted by the square of how far apart they are. */
  kappa: number | null;
}

/** How far people agree in one variable. Null: not enough data. */
export interface Agreement {
  variable: RatedVariable;
  images: number;
  alpha: number | null;
  /** Of the images that as many people have labelled as most have. */
  fleiss: number | null;
  pairs: readonly PairAgreement[];
}

export function agreementOf(variable: RatedVariable, images: readonly SharedImage[]): Agreement {
  const rated = images.map(({ labels }) =>
    labels.flatMap(({ annotatorId, value }) => {
      const rating = variable.of(value);
      return rating === undefined ? [] : [{ annotatorId, rating }];
    }),
  );
  const several = rated.filter((labels) => labels.length > 1);
  const classCount = variable.values.length;
  const units = several.map((labels) => labels.map(({ rating }) => rating));
  return {
    variable,
    images: several.length,
    alpha: whereEnough(() => krippendorffAlpha(units, { classCount, level: variable.level })),
    fleiss: whereEnough(() => fleissKappa(commonest(units).map((ratings) => countClasses(ratings, classCount)))),
    pairs: pairsOf(several, variable),
  };
}

function pairsOf(
  images: readonly { annotatorId: string; rating: number }[][],
  variable: RatedVariable,
): PairAgreement[] {
  const pairs = new Map<string, { first: string; second: string; a: number[]; b: number[] }>();
  for (const labels of images) {
    const sorted = labels.toSorted((one, other) => (one.annotatorId < other.annotatorId ? -1 : 1));
    sorted.forEach(({ annotatorId: first, rating }, place) => {
      for (const { annotatorId: second, rating: other } of sorted.slice(place + 1)) {
        const pair = pairs.get(`${first} ${second}`) ?? { first, second, a: [], b: [] };
        pair.a.push(rating);
        pair.b.push(other);
        pairs.set(`${first} ${second}`, pair);
      }
    });
  }
  const weights = variable.level === "ordinal" ? "quadratic" : "none";
  return [...pairs.values()].map(({ first, second, a, b }) => ({
    ...{ first, second, images: a.length },
    same: a.filter((rating, i) => rating === b[i]).length / a.length,
    kappa: whereEnough(() => cohenKappa(a, b, { classCount: variable.values.length, weights })),
  }));
}

/** Images whose labels differ in any of the variables. */
export function disagreements<Image extends SharedImage>(
  variables: readonly RatedVariable[],
  images: readonly Image[],
): Image[] {
  return images.filter(({ labels }) =>
    variables.some((variable) => new Set(labels.map(({ value }) => variable.of(value))).size > 1),
  );
}

/** The images with as many labels as most of them have. */
function commonest(units: readonly number[][]): number[][] {
  const counts = new Map<number, number[][]>();
  for (const unit of units) counts.set(unit.length, [...(counts.get(unit.length) ?? []), unit]);
  return [...counts.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function countClasses(ratings: readonly number[], classCount: number): number[] {
  return Array.from({ length: classCount }, (_, index) => ratings.filter((rating) => rating === index).length);
}

function whereEnough(compute: () => number): number | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NotEnoughDataError) return null;
    throw error;
  }
}
