import { describe, expect, it } from "vitest";
import { auditModel } from "../bias/audit-model.ts";
import type { AuditRequest } from "../bias/audit-request.ts";
import { groupThresholds, withGroupThresholds } from "./group-thresholds.ts";

/** Log-odds are the one latent; in tagged cases they lie 4 higher, whatever the label. */
function cases(count: number, offset: number): AuditRequest {
  const labels = Int32Array.from({ length: count }, (_, row) => row % 2);
  const of = Int32Array.from({ length: count }, (_, row) => Math.floor(row / 2) % 2);
  const noise = (row: number) => (((row + offset) * 7) % 11) / 11 - 0.5;
  const codes = Float32Array.from(labels, (label, row) => 2 * label - 1 + 4 * (of[row] ?? 0) - 2 + noise(row));
  const head = { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) };
  const attributes = [{ name: "tag", values: ["no", "yes"], of }];
  return { modelHash: "a".repeat(64), classes: ["normal", "ill"], head, codes, labels, attributes };
}

function worstOf(request: AuditRequest) {
  const options = { seed: 1, draws: 100, permutations: 0, without: ["intersections", "use", "slices"] } as const;
  return auditModel(request, options).performance[0]?.worstCell?.accuracy.value;
}

describe("groupThresholds", () => {
  it("lie between the labels of each group, so that the worst cell recovers on other cases", () => {
    const thresholds = groupThresholds(cases(200, 0));
    expect(thresholds.get("0")).toBeCloseTo(-2, 0);
    expect(thresholds.get("1")).toBeCloseTo(2, 0);
    const other = cases(120, 5);
    expect(worstOf(other)).toBe(0);
    expect(worstOf(withGroupThresholds(other, thresholds))).toBe(1);
  });

  it("leave the decision as it is in groups that are too small or not known", () => {
    const few = cases(200, 0);
    few.labels.forEach((_, row) => {
      if (few.attributes[0]?.of[row] === 1 && row > 12) few.labels[row] = -1;
    });
    expect(groupThresholds(few).get("1")).toBe(0);
    const unknown = cases(60, 1);
    unknown.attributes[0]?.of.fill(-1);
    expect(worstOf(withGroupThresholds(unknown, groupThresholds(cases(200, 0))))).toBe(worstOf(unknown));
  });
});
