import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import type { AttributeColumn } from "./attribute-column.ts";
import { auditModel } from "./audit-model.ts";
import type { AuditRequest } from "./audit-request.ts";
import { biasReport, type GapKind, type GroupMetrics } from "./bias-report.ts";
import reference from "./fixtures/fairlearn.json" with { type: "json" };

const classes = ["normal", "ill"];
const modelHash = "a".repeat(64);
/** One latent that is the log-odds. */
const identity = { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) };
const performanceOnly = { seed: 1, draws: 200, permutations: 100, without: ["use", "slices"] } as const;

const site: AttributeColumn = { name: "site", values: reference.sites, of: Int32Array.from(reference.site) };
const fairlearnCases: AuditRequest = {
  ...{ modelHash, classes, head: identity, codes: Float32Array.from(reference.logits) },
  ...{ labels: Int32Array.from(reference.labels), attributes: [site] },
};

describe("group performance", () => {
  const [grouping] = auditModel(fairlearnCases, performanceOnly).performance;

  it(`equals ${reference.library}`, () => {
    const measures: (keyof GroupMetrics & keyof typeof reference.groups)[] = [
      ...(["accuracy", "auroc", "tpr", "fpr", "ppv", "selectionRate", "underdiagnosis", "brier"] as const),
    ];
    const expected: Record<string, Record<string, number>> = reference.groups;
    for (const measure of measures) {
      for (const { group, metrics } of grouping?.groups ?? []) {
        const wanted = expected[measure]?.[group[0] ?? ""] ?? Number.NaN;
        expect(Math.abs((metrics[measure]?.value ?? Number.NaN) - wanted)).toBeLessThan(1e-9);
      }
    }
    expect(grouping?.groups).toHaveLength(3);
  });

  it("has its gaps too, and the groups at their ends", () => {
    const expected: Partial<Record<GapKind, number>> = reference.gaps;
    for (const kind of ["equalOpportunity", "equalisedOdds", "demographicParity"] as const) {
      const gap = grouping?.gaps.find((one) => one.kind === kind);
      expect(gap?.value).toBeCloseTo(expected[kind] ?? Number.NaN, 9);
    }
    const selection = grouping?.gaps.find(({ kind }) => kind === "demographicParity");
    expect([selection?.lowest, selection?.highest]).toEqual([["north"], ["west"]]);
  });

  it("holds every value in its interval", () => {
    for (const { metrics } of grouping?.groups ?? []) {
      for (const estimate of Object.values(metrics)) {
        if (!estimate) continue;
        expect(estimate.interval[0]).toBeLessThanOrEqual(estimate.value);
        expect(estimate.interval[1]).toBeGreaterThanOrEqual(estimate.value);
      }
    }
  });

  it("counts missing values as a group, and says 'not enough data' where there are few", () => {
    const of = Int32Array.from(reference.site, (value, row) => (row < 12 ? -1 : value));
    const report = auditModel({ ...fairlearnCases, attributes: [{ ...site, of }] }, performanceOnly);
    const missing = report.performance[0]?.groups.find(({ group }) => group[0] === null);
    expect(missing?.n).toBe(12);
    expect(missing?.metrics.accuracy).not.toBeNull();
    expect(missing?.metrics.auroc).toBeNull();
  });

  it("an accuracy of 1 in few cases is no certainty", () => {
    const codes = Float32Array.from({ length: 24 }, (_, row) => (row % 2 === 0 ? -2 : 2));
    const labels = Int32Array.from({ length: 24 }, (_, row) => row % 2);
    const attributes = [{ name: "all", values: ["one"], of: new Int32Array(24) }];
    const { overall } = auditModel({ ...fairlearnCases, codes, labels, attributes }, performanceOnly);
    // Clopper and Pearson: .025^(1/24).
    expect(overall.accuracy?.interval[0]).toBeCloseTo(0.025 ** (1 / 24), 12);
    expect(overall.accuracy?.interval[1]).toBe(1);
  });

  it("intersections are reported from the stated number of cases on", () => {
    const half: AttributeColumn = { name: "half", values: ["a", "b"], of: site.of.map((_, row) => (row < 50 ? 0 : 1)) };
    const { intersections } = auditModel({ ...fairlearnCases, attributes: [site, half] }, performanceOnly);
    const reported = intersections[0]?.groups ?? [];
    expect(reported.length).toBeGreaterThan(0);
    expect(reported.every(({ n }) => n >= 30)).toBe(true);
    expect(reported.some(({ group }) => group[1] === "a")).toBe(false);
  });
});

/** Two latents: one of the label, one of a tag; the head leans on the tag when told to. */
function taggedCases(reliance: number, seed = 3): AuditRequest {
  const random = randomSource(seed);
  const count = 800;
  const labels = Int32Array.from({ length: count }, () => random.below(2));
  const tag = Int32Array.from({ length: count }, () => random.below(2));
  const codes = Float32Array.from({ length: 2 * count }, (_, i) => {
    const row = Math.floor(i / 2);
    return i % 2 === 0 ? 1.6 * (labels[row] ?? 0) - 0.8 + random.normal() : 3 * (tag[row] ?? 0) - 1.5 + random.normal();
  });
  const weights = Float32Array.of(0, 1.6, 0, reliance);
  return {
    ...{ modelHash, classes, codes, labels, head: { latentDim: 2, classCount: 2, weights, bias: new Float32Array(2) } },
    attributes: [
      { name: "tag", values: ["no", "yes"], of: tag },
      { name: "coin", values: ["heads", "tails"], of: Int32Array.from({ length: count }, () => random.below(2)) },
    ],
  };
}

describe("bias reports", () => {
  it("tell an attribute that is used from one that is only there, and both from chance", () => {
    const used = auditModel(taggedCases(1.5), { seed: 1, draws: 200, permutations: 400 });
    const [tag, coin] = used.use;
    expect(tag?.encoding?.linear.value).toBeGreaterThan(0.9);
    expect(tag?.isReliedOn).toBe(true);
    // One standard deviation along the tag, √(1 + 1.5²), times its weight.
    expect(tag?.reliance[0]?.classes[0]?.change.value).toBeCloseTo(1.5 * Math.sqrt(1 + 1.5 ** 2), 0);
    expect(coin?.isReliedOn).toBe(false);
    expect(used.findings.some((one) => one.kind === "gap" && one.attributes[0] === "tag")).toBe(true);
    expect(used.findings.some((one) => one.kind === "gap" && one.attributes[0] === "coin")).toBe(false);
    const unused = auditModel(taggedCases(0), { seed: 1, draws: 200, permutations: 400 });
    expect(unused.use[0]?.isReliedOn).toBe(false);
    expect(unused.findings).toContainEqual(expect.objectContaining({ kind: "encodedNotUsed", attribute: "tag" }));
    expect(unused.findings.at(-1)?.kind).toBe("noGapFound");
  });

  it("discover the slice that nobody named", () => {
    const { attributes: _, ...cases } = taggedCases(2);
    const { slices } = auditModel({ ...cases, attributes: [] }, { seed: 1, draws: 200, permutations: 400 });
    const [first] = slices;
    expect(first?.correctedP).toBeLessThan(0.05);
    expect(first?.errorRate.value).toBeGreaterThan((first?.otherErrorRate ?? 1) + 0.2);
    const tag = taggedCases(2).attributes[0]?.of;
    // Nearly all of the pictures shown lack the tag, if they are ill, or have it, if they are not.
    const expected = first?.label === "ill" ? 0 : 1;
    expect(first?.rows.filter((row) => tag?.[row] === expected).length).toBeGreaterThan(20);
  });

  it("say which images of the whole set are like a slice: by what sets it apart, whatever their label", () => {
    const { attributes: _, ...cases } = taggedCases(2);
    const { codes, labels } = taggedCases(2);
    const { slices } = auditModel({ ...cases, attributes: [], whole: { codes, labels } }, { seed: 1, draws: 100 });
    const [first] = slices;
    const tag = taggedCases(2).attributes[0]?.of ?? new Int32Array();
    const alike = new Set(first?.alike);
    const ofSlice = first?.label === "ill" ? 0 : 1;
    for (const label of [0, 1]) {
      const rows = [...labels.keys()].filter((row) => labels[row] === label);
      const share = (value: number) => {
        const some = rows.filter((row) => tag[row] === value);
        return some.filter((row) => alike.has(row)).length / some.length;
      };
      expect(share(ofSlice), `label ${label}`).toBeGreaterThan(share(1 - ofSlice) + 0.2);
    }
    expect(auditModel({ ...cases, attributes: [] }, { seed: 1, draws: 100 }).slices[0]?.alike).toBeUndefined();
  });

  it("find no slice of errors by chance", () => {
    const { slices } = auditModel({ ...taggedCases(0), attributes: [] }, { seed: 1, draws: 200, permutations: 400 });
    // The label's own latent decides, so its hard cases are a slice; nothing but that latent marks it.
    for (const slice of slices.filter(({ correctedP }) => correctedP < 0.05)) expect(slice.latents[0]?.latent).toBe(0);
  });

  it("are the same for the same seed, and survive JSON", () => {
    const report = auditModel(taggedCases(1), { seed: 5, draws: 100, permutations: 100 });
    expect(auditModel(taggedCases(1), { seed: 5, draws: 100, permutations: 100 })).toEqual(report);
    expect(biasReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it("of masks and boxes have Dice, HD95, AP50 and recall by group, and test their gaps", () => {
    const report = auditModel({ ...taggedCases(1), ...denseScoresOf(taggedCases(1), 0.3) }, performanceOnly);
    const [dice] = report.segmentation ?? [];
    expect(dice?.groups.map((one) => one.dice?.value.toFixed(2))).toEqual(["0.60", "0.90"]);
    expect(dice?.groups[0]?.hd95).toBeNull();
    // HD95 of one group alone is no gap.
    expect(dice?.gaps).toMatchObject([{ kind: "dice", lowest: ["no"], highest: ["yes"] }]);
    expect(dice?.gaps[0]?.value).toBeCloseTo(0.3, 1);
    const [boxes] = report.detection ?? [];
    expect(boxes?.groups.map(({ ap50, recall }) => [ap50?.value, recall?.value])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(boxes?.gaps.map(({ kind, value, interval }) => [kind, value, interval])).toEqual([
      ["ap50", 1, [1, 1]],
      ["recall", 1, [1, 1]],
    ]);
    const tested = [...report.performance, ...(report.segmentation ?? []), ...(report.detection ?? [])];
    const pValues = tested.flatMap(({ gaps }) => gaps.map(({ pValue }) => pValue));
    // Holm's correction is over all of them together.
    expect(dice?.gaps[0]?.correctedP).toBeCloseTo(Math.min(1, pValues.length / 101), 12);
  });

  it("name a gap of masks among the findings, and none where groups score alike", () => {
    const gapsFound = (difference: number) => {
      const { segmentation } = denseScoresOf(taggedCases(0), difference);
      const request = { ...taggedCases(0), segmentation };
      const options = { seed: 1, draws: 100, permutations: 400, without: ["use", "slices"] } as const;
      return auditModel(request, options).findings.filter((one) => one.kind === "gap");
    };
    expect(gapsFound(0.3)).toContainEqual(expect.objectContaining({ attributes: ["tag"], gap: "dice" }));
    expect(gapsFound(0)).toEqual([]);
  });

  it("are made of masks alone where nothing has a label", () => {
    const { labels, ...request } = taggedCases(1);
    const none = { ...request, classes: [], labels: labels.map(() => -1), ...denseScoresOf(taggedCases(1), 0.3) };
    const report = auditModel(none, performanceOnly);
    expect(report.performance).toEqual([]);
    expect(report.segmentation?.[0]?.gaps).toHaveLength(1);
    expect(report.findings.some(({ kind }) => kind === "notEnoughData")).toBe(false);
  });
});

/** Masks that score better on the tagged, whose boxes alone are found. */
function denseScoresOf({ attributes: [tag], labels }: AuditRequest, difference: number) {
  const random = randomSource(4);
  const isTagged = (row: number) => tag?.of[row] === 1;
  const rows = Array.from(labels, (_, row) => row);
  const box = { classIndex: 0, x: 10, y: 10, width: 20, height: 20 };
  return {
    segmentation: {
      dice: Float64Array.from(rows, (row) => 0.6 + (isTagged(row) ? difference : 0) + 0.02 * random.normal()),
      hd95: Float64Array.from(rows, (row) => (isTagged(row) ? 2 : Number.NaN)),
    },
    detection: {
      classCount: 1,
      images: rows.map((row) => ({ reference: [box], detected: isTagged(row) ? [{ ...box, score: 0.9 }] : [] })),
    },
  };
}
