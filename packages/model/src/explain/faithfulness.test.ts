import { expect, it } from "vitest";
import { faithfulness } from "./faithfulness.ts";

/** A model that looks at the first 4 of 16 pixels: the share of their light. */
async function score(images: Float32Array): Promise<Float64Array> {
  return Float64Array.from({ length: images.length / 16 }, (_, row) => {
    const seen = images.subarray(row * 16, row * 16 + 4);
    return seen.reduce((sum, value) => sum + value, 0) / 4;
  });
}
const image = Float32Array.from({ length: 16 }, (_, pixel) => (pixel < 4 ? 1 : 0));

it("tells a map of what is looked at from its opposite, exactly", async () => {
  const good = await faithfulness(score, image, image);
  const bad = await faithfulness(
    score,
    image,
    image.map((value) => -value),
  );
  // Four of sixteen steps from 1 down to the mean, .25, and then flat; and the other way round.
  expect(good.deletion).toBeCloseTo((4 * (1 + 0.25)) / 2 / 16 + (12 / 16) * 0.25, 6);
  expect(good.insertion).toBeCloseTo((4 * (0.25 + 1)) / 2 / 16 + 12 / 16, 6);
  expect(bad.deletion).toBeCloseTo(12 / 16 + (4 * 1.25) / 2 / 16, 6);
  expect(bad.insertion).toBeLessThan(good.insertion);
});
