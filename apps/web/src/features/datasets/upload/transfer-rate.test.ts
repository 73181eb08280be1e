import { describe, expect, it } from "vitest";
import { secondsLeft, type TransferRate, updateRate } from "./transfer-rate.ts";

function run(points: [ms: number, bytes: number][]): TransferRate | null {
  return points.reduce<TransferRate | null>((rate, [ms, bytes]) => updateRate(rate, bytes, ms), null);
}

describe("transfer rate", () => {
  it("is not known from one moment", () => {
    expect(secondsLeft(run([[0, 100]]), 1000)).toBeNull();
  });

  it("is what a steady upload has, and so is the time left", () => {
    const rate = run([0, 1, 2, 3, 4].map((second) => [second * 1000, second * 200]));
    expect(rate?.bytesPerSecond).toBeCloseTo(200);
    expect(secondsLeft(rate, 2000)).toBeCloseTo(6);
  });

  it("follows a change without jumping", () => {
    const rate = run([
      [0, 0],
      [1000, 100],
      [2000, 1100],
    ]);
    expect(rate?.bytesPerSecond).toBeGreaterThan(100);
    expect(rate?.bytesPerSecond).toBeLessThan(500);
  });

  it("ignores bursts and starts anew after a step back", () => {
    expect(
      run([
        [0, 0],
        [100, 5000],
      ]),
    ).toEqual({ atMs: 0, bytes: 0, bytesPerSecond: null });
    expect(
      run([
        [0, 900],
        [1000, 100],
      ])?.bytesPerSecond,
    ).toBeNull();
  });
});
