import { describe, expect, it } from "vitest";
import type { AuditRequest } from "../bias/audit-request.ts";
import { randomSource } from "../random/random-source.ts";
import { evidence, makeEvidence } from "./evidence.ts";
import { fitPreset } from "./fit-preset.ts";
import { suggestAlpha } from "./suggest-alpha.ts";

const modelHash = "c".repeat(64);

/** A head that leans on a tag (second latent) beside the label's latent. */
function cases(seed: number, count = 600): AuditRequest {
  const random = randomSource(seed);
  const labels = Int32Array.from({ length: count }, () => random.below(2));
  const tag = Int32Array.from({ length: count }, () => random.below(2));
  const codes = Float32Array.from({ length: 2 * count }, (_, i) => {
    const row = Math.floor(i / 2);
    return random.normal() + (i % 2 === 0 ? 3 * (labels[row] ?? 0) - 1.5 : 3 * (tag[row] ?? 0) - 1.5);
  });
  const head = { latentDim: 2, classCount: 2, weights: Float32Array.of(0, 1.5, 0, 1.5), bias: new Float32Array(2) };
  return {
    ...{ modelHash, classes: ["normal", "ill"], codes, labels, head },
    attributes: [{ name: "tag", values: ["no", "yes"], of: tag }],
  };
}

describe("evidence", () => {
  const preset = fitPreset({ ...cases(1), split: "val" }, { seed: 1 });

  it("is the whole report before and after, on other cases", () => {
    const held = { set: "test", request: cases(2) };
    const options = { seed: 1, draws: 100, permutations: 100, without: ["slices"] } as const;
    const made = makeEvidence(preset, "d".repeat(64), held, null, options);
    const { before, after } = made.held;
    expect(before.use[0]?.isReliedOn).toBe(true);
    expect(after.use[0]?.encoding?.linear.value).toBeLessThan(0.6);
    const gap = (report: typeof before) =>
      report.performance[0]?.gaps.find(({ kind }) => kind === "equalisedOdds")?.value ?? Number.NaN;
    expect(gap(after)).toBeLessThan(gap(before) / 3);
    // The tag only misled: with it gone, the task is done better.
    expect(made.held.aurocLoss?.interval[1]).toBeLessThan(0);
    expect(after.presetHash).toBe("d".repeat(64));
    expect(evidence.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  it("a strength is suggested by the worst cell: most where the tag is used, none where it is not", () => {
    const { alpha, points } = suggestAlpha(preset, modelHash, cases(3));
    expect(alpha).toBeGreaterThan(0.7);
    expect(points).toHaveLength(21);
    const head = { ...cases(1).head, weights: Float32Array.of(0, 1.5, 0, 0) };
    const unused = fitPreset({ ...cases(1), head, split: "val" }, { seed: 1, method: "pooled-leace" });
    const flat = suggestAlpha(unused, modelHash, { ...cases(3), head }).points.map((point) => point.worstAccuracy);
    expect(Math.max(...flat) - Math.min(...flat)).toBeLessThan(0.05);
  });
});
