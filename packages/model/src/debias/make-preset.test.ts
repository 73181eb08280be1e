import { describe, expect, it } from "vitest";
import type { AuditRequest } from "../bias/audit-request.ts";
import { randomSource } from "../random/random-source.ts";
import { presetEvidence } from "./evidence.ts";
import { fitPreset } from "./fit-preset.ts";
import { makePreset } from "./make-preset.ts";
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

describe("makePreset", () => {
  const { head, ...fit } = cases(1);
  const { head: _ofSelection, ...selection } = cases(2);
  const { head: _ofEvidence, ...evidence } = cases(3, 400);
  const { head: _ofExternal, ...external } = cases(4, 200);
  const options = { seed: 1, draws: 100 };

  it("is the whole report before and after, on cases that nothing was chosen on", () => {
    const sets = {
      fit: { ...fit, split: "val" },
      selection,
      evidence,
      external: { set: { name: "Elsewhere", number: 2 }, cases: external },
    };
    const made = makePreset(head, { ...sets, options });
    const { before, after } = made.evidence;
    expect([before.count, after.count]).toEqual([400, 400]);
    expect(before.use[0]?.isReliedOn).toBe(true);
    expect(after.use[0]?.encoding?.linear.value).toBeLessThan(0.6);
    const gap = (report: typeof before) =>
      report.performance[0]?.gaps.find(({ kind }) => kind === "equalisedOdds")?.value ?? Number.NaN;
    expect(gap(after)).toBeLessThan(gap(before) / 3);
    expect(made.external).toMatchObject({
      set: { name: "Elsewhere", number: 2 },
      before: { count: 200 },
      after: { count: 200 },
    });
    const [thresholds] = made.comparators;
    expect(thresholds?.report.performance[0]?.worstCell?.accuracy.value).toBeGreaterThan(
      before.performance[0]?.worstCell?.accuracy.value ?? Number.NaN,
    );
    expect(made.sets?.selection).toEqual({ count: 600, subjects: 600 });
    expect(presetEvidence.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    // The tag only misled: with it gone, the task is done better.
    expect(made.evidence.aurocLoss?.interval[1]).toBeLessThan(0);
  });

  it("takes the strength that is asked for, else the one that is best on the selection set", () => {
    const sets = { fit: { ...fit, split: "val" }, selection, evidence, external: null };
    const suggested = makePreset(head, { ...sets, options });
    expect(suggested.preset.alpha).toBe(suggested.suggestion?.alpha);
    expect(suggested.preset.alpha).toBe(suggestAlpha(suggested.preset, modelHash, cases(2)).alpha);
    const asked = makePreset(head, { ...sets, options: { ...options, alpha: 0.25 } });
    expect(asked.preset.alpha).toBe(0.25);
    expect(asked.suggestion).toEqual(suggested.suggestion);
  });
});

describe("suggestAlpha", () => {
  const preset = fitPreset({ ...cases(1), split: "val" }, { seed: 1 });

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
