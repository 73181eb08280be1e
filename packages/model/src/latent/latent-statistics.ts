import type { LatentStatistics } from "../bundle/manifest.ts";
import type { Encoding } from "../bundle/network.ts";
import { quantile } from "../metrics/quantile.ts";

/** 2 %, then every 12 % to 98 %: nine pictures make a strip that reads well. */
const levels = [2, 14, 26, 38, 50, 62, 74, 86, 98];

/** Statistics of mu over a set of images, in double precision. @param encoding of at least one image */
export function describeLatents(encoding: Encoding, latentDim: number): LatentStatistics {
  const { count, mu, logVar } = encoding;
  if (count === 0) throw new Error("Latent statistics need at least one image.");
  const columns = Array.from({ length: latentDim }, (_, j) =>
    Float64Array.from({ length: count }, (_, row) => mu[row * latentDim + j] ?? 0),
  );
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / count);
  const covariance = columns.map((a, i) => columns.map((b, j) => covarianceOf(a, mean[i] ?? 0, b, mean[j] ?? 0)));
  return {
    count,
    mean,
    deviation: covariance.map((row, j) => Math.sqrt(Math.max(0, row[j] ?? 0))),
    quantileLevels: levels,
    quantiles: columns.map((column) => {
      const sorted = column.toSorted();
      return levels.map((level) => quantile(sorted, level / 100));
    }),
    kl: columns.map((column, j) => {
      let sum = 0;
      for (let row = 0; row < count; row++) {
        const logVariance = logVar[row * latentDim + j] ?? 0;
        sum += 0.5 * ((column[row] ?? 0) ** 2 + Math.exp(logVariance) - logVariance - 1);
      }
      return sum / count;
    }),
    covariance,
  };
}

function covarianceOf(a: Float64Array, meanA: number, b: Float64Array, meanB: number): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += ((a[row] ?? 0) - meanA) * ((b[row] ?? 0) - meanB);
  return sum / Math.max(1, a.length - 1);
}
