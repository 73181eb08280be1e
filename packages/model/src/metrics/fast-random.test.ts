import { describe, expect, it } from "vitest";
import { fastRandom } from "./fast-random.ts";

describe("fastRandom", () => {
  it("draws every value about as often (chi-square, 9 degrees of freedom)", () => {
    const draw = fastRandom(11);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const value = draw(10);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // p = .001
  });

  it("gives neighbouring seeds unrelated streams", () => {
    const stream = (seed: number) =>
      Array.from(
        { length: 8 },
        (
          (draw) => () =>
            draw(1000)
        )(fastRandom(seed)),
      );
    expect(stream(1)).toEqual(stream(1));
    expect(stream(1)).not.toEqual(stream(2));
  });
});
