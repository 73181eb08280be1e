import { describe, expect, it } from "vitest";
import { phantomRandom } from "./phantom-random.ts";
import { ValueNoise } from "./value-noise.ts";

describe("ValueNoise", () => {
  const noise = new ValueNoise(phantomRandom(4, "texture", 0), 6);

  it("stays in −1…1, varies, and has no jumps, up to and over its rim", () => {
    let low = 1;
    let high = -1;
    let jump = 0;
    for (let y = -1.1; y <= 1.1; y += 0.05) {
      for (let x = -1.1; x <= 1.1; x += 0.001) {
        const value = noise.at(x, y);
        jump = Math.max(jump, Math.abs(value - noise.at(x + 0.001, y)));
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    expect(jump).toBeLessThan(0.02);
    expect(low).toBeGreaterThanOrEqual(-1);
    expect(high).toBeLessThanOrEqual(1);
    expect(high - low).toBeGreaterThan(1);
  });
});
