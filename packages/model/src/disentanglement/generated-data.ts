import type { RandomSource } from "../random/random-source.ts";
import type { Factor, FactorData, FactorValues } from "./factor-data.ts";

/** A generator of images with known factors, such as dSprites or the phantom. */
export interface FactorGenerator<Observations> {
  factors: readonly Factor[];
  /** Values of all factors of one new image. */
  drawFactors(random: RandomSource): readonly number[];
  observe(values: FactorValues): Observations;
}

/**
 * Factors as Locatello et al. 2019 draw them: the other factors of images that share one are drawn anew. There is no end of
 * images, so fitting and scoring draw from the same source.
 */
export function generatedData<Observations>({
  factors,
  drawFactors,
  observe,
}: FactorGenerator<Observations>): FactorData<Observations> {
  const draw = (count: number, random: RandomSource) =>
    Array.from({ length: count }, () => Float64Array.from(drawFactors(random)));
  const tableOf = (rows: readonly Float64Array[]): FactorValues => {
    const values = Float64Array.from(rows.flatMap((row) => [...row]));
    return { factors, rows: rows.length, columns: factors.length, values };
  };
  const data: FactorData<Observations> = {
    factors,
    sample(count, random) {
      const values = tableOf(draw(count, random));
      return { observations: observe(values), factors: values };
    },
    sampleSharing(factor, count, random) {
      const rows = draw(count, random);
      const shared = rows[0]?.[factor] ?? 0;
      for (const row of rows) row[factor] = shared;
      return observe(tableOf(rows));
    },
    samplePairs(factor, count, random) {
      const first = draw(count, random);
      const second = draw(count, random);
      second.forEach((row, i) => {
        row[factor] = first[i]?.[factor] ?? 0;
      });
      return [observe(tableOf(first)), observe(tableOf(second))];
    },
    split: () => ({ train: data, test: data }),
  };
  return data;
}
