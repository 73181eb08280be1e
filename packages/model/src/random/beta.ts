import type { RandomSource } from "./random-source.ts";

/** A draw of Beta(alpha, alpha) (Jöhnk 1964): good for small alpha, which mixing uses; at 4 it takes some 70 tries. */
export function symmetricBeta({ uniform }: RandomSource, alpha: number): number {
  for (;;) {
    const [x, y] = [uniform() ** (1 / alpha), uniform() ** (1 / alpha)];
    if (x + y > 0 && x + y <= 1) return x / (x + y);
  }
}
