const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** Chance that a standard normal number is at most `x`; 12 digits, in the tails too (Hart 1968; West 2005). */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const power = Math.exp(-(size * size) / 2);
  const tail =
    size < 4 // beyond, the fraction of polynomials loses digits
      ? (power * polynomial(NUMERATOR, size)) / polynomial(DENOMINATOR, size)
      : power / (continuedFraction(size) * Math.sqrt(2 * Math.PI));
  return x > 0 ? 1 - tail : tail;
}

/**
 * The standard normal number with `share` of the distribution below it: the start of Abramowitz & Stegun 26.2.23, good to
 * 4.5e-4, and two steps of Halley's method, each of which triples the digits. −∞ at 0, ∞ at 1.
 */
export function normalQuantile(share: number): number {
  if (share === 0.5) return 0;
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share === 0) return Number.NEGATIVE_INFINITY;
  const t = Math.sqrt(-2 * Math.log(share));
  let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 2; step++) {
    const error = (normalCdf(x) - share) * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/** x + 1/(x + 2/(x + 3/…)), deep enough for x ≥ 4 (Laplace). */
function continuedFraction(x: number): number {
  let rest = x;
  for (let k = 60; k >= 1; k--) rest = x + k / rest;
  return rest;
}
