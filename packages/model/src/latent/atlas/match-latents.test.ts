import { expect, it } from "vitest";
import { randomSource } from "../../random/random-source.ts";
import { matchLatents } from "./match-latents.ts";

it("finds latents again that another training has in another order, upside down and bent", () => {
  const random = randomSource(8);
  const mine = Float64Array.from({ length: 300 * 3 }, () => random.normal());
  const theirs = mine.map((_, place) => {
    const [row, j] = [Math.floor(place / 3), place % 3];
    const at = (latent: number) => mine[row * 3 + latent] ?? 0;
    return [-at(1), Math.exp(at(2)), random.normal()][j] ?? 0;
  });
  const [none, first, second] = matchLatents(mine, theirs, 3);
  expect(first).toEqual({ latent: 0, correlation: expect.closeTo(-1, 10) });
  expect(second).toEqual({ latent: 1, correlation: expect.closeTo(1, 10) });
  expect(none?.latent).toBe(2);
  expect(Math.abs(none?.correlation ?? 1)).toBeLessThan(0.2);
});
