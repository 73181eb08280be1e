import { describe, expect, it } from "vitest";
import type { AuditRequest } from "../bias/audit-request.ts";
import { auroc } from "../metrics/auroc.ts";
import { bootstrapAuroc } from "../metrics/bootstrap-auroc.ts";
import { randomSource } from "../random/random-source.ts";
import { aurocLoss } from "./auroc-loss.ts";

const options = { seed: 1, draws: 300 };

/** One latent that is the log-odds, with more or less noise on the same cases. */
function cases(noise: number, labels = Int32Array.from({ length: 400 }, (_, row) => row % 2)): AuditRequest {
  const [task, added] = [randomSource(1), randomSource(2)];
  return {
    ...{ modelHash: "a".repeat(64), classes: ["normal", "ill"], labels, attributes: [] },
    codes: Float32Array.from(labels, (label) => 1.5 * label + task.normal() + noise * added.normal()),
    head: { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) },
  };
}

describe("the AUROC that a preset costs", () => {
  const [before, after] = [cases(0), cases(0.3)];
  const loss = aurocLoss(before, after, options);

  it("is that of the cases before less that after", () => {
    const expected = auroc(before.codes, before.labels) - auroc(after.codes, after.labels);
    expect(loss?.value).toBeCloseTo(expected, 12);
    expect(aurocLoss(after, before, options)?.value).toBeCloseTo(-expected, 12);
  });

  it("is surer than either, as the same cases are drawn for both", () => {
    const width = ([lower, upper]: [number, number]): number => upper - lower;
    const alone = bootstrapAuroc(before.codes, before.labels, options).interval;
    expect(width(loss?.interval ?? [0, 1])).toBeLessThan(width(alone) / 1.5);
  });

  it("is nothing, surely, where nothing changed", () => {
    expect(aurocLoss(before, before, options)).toEqual({ value: 0, interval: [0, 0] });
  });

  it("draws whole subjects, and leaves out cases without a label", () => {
    const of = Array.from(before.labels, (_, row) => `${Math.floor(row / 20)}`);
    const grouped = aurocLoss({ ...before, subjects: of }, after, options);
    expect(grouped?.value).toBe(loss?.value);
    expect(grouped?.interval).not.toEqual(loss?.interval);
    const labels = before.labels.map((label, row) => (row < 100 ? -1 : label));
    expect(aurocLoss({ ...before, labels }, { ...after, labels }, options)?.value).not.toBe(loss?.value);
  });

  it("is not known without cases of both classes", () => {
    const labels = before.labels.map((_, row) => (row === 0 ? 1 : 0));
    expect(aurocLoss({ ...before, labels }, { ...after, labels }, options)).toBeNull();
  });
});
