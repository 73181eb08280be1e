import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { exactLogits, type Head } from "../latent/contributions.ts";
import { probabilities } from "../latent/probabilities.ts";
import { fitLinearProbe } from "../probe/linear-probe.ts";
import { randomSource } from "../random/random-source.ts";
import { applyPreset, foldPreset, presetHead } from "./apply.ts";
import { PresetRefused } from "./fit-cases.ts";
import { fitPreset } from "./fit-preset.ts";
import type { FitRequest } from "./fit-request.ts";
import reference from "./fixtures/concept-erasure.json" with { type: "json" };
import { InvalidPreset, type Preset, type PresetMethod, parsePreset, presetMethods } from "./preset.ts";

const modelHash = "a".repeat(64);
const { latentDim } = reference;

/** A head that leans on the tag's latent as much as on the label's. */
const head: Head = {
  ...{ latentDim, classCount: 2, bias: Float32Array.of(0, -1) },
  weights: Float32Array.from([0, 0.8, 0, 0.9, 0, 0.2, 0, 0, 0, 0, 0, 0]),
};

const request = (
  attributes: ("tag" | "site")[],
  codes = Float32Array.from(reference.codes),
  labels = Int32Array.from(reference.labels),
): FitRequest => ({
  ...{ modelHash, split: "val", classes: ["normal", "ill"], head, codes, labels },
  attributes: attributes.map((name) => ({
    name,
    values: name === "tag" ? ["no", "yes"] : ["a", "b", "c"],
    of: Int32Array.from(reference[name].of),
  })),
});

function projectionOf({ left, right }: Preset): number[][] {
  return Matrix.sub(Matrix.eye(latentDim), new Matrix(left).mmul(new Matrix(right).transpose())).to2DArray();
}

function greatestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((one, i) => Math.abs(one - (b[i] ?? Number.NaN))));
}

describe("LEACE", () => {
  for (const name of ["tag", "site"] as const) {
    it(`equals ${reference.library} for ${name}`, () => {
      const preset = fitPreset(request([name]), { method: "pooled-leace", shrinkage: 0, seed: 1 });
      expect(greatestDifference(projectionOf(preset).flat(), reference[name].projection.flat())).toBeLessThan(1e-5);
      const erased = applyPreset(preset, modelHash, Float32Array.from(reference.codes));
      expect(greatestDifference([...erased], reference[name].erased.flat())).toBeLessThan(1e-5);
    });
  }

  it("leaves a linear probe nothing on the cases that it was fitted on", () => {
    const codes = Float32Array.from(reference.codes);
    const members = Int32Array.from(reference.tag.of);
    const greatest = (of: Float32Array) => Math.max(...fitLinearProbe(of, latentDim, members).direction.map(Math.abs));
    const preset = fitPreset(request(["tag"]), { method: "pooled-leace", seed: 1 });
    expect(greatest(codes)).toBeGreaterThan(0.1);
    expect(greatest(applyPreset(preset, modelHash, codes))).toBeLessThan(1e-4);
  });
});

/** Within-class difference of the second class's logit between tagged and untagged cases. */
function logitGap(preset: Preset | null): number {
  const codes = Float32Array.from(reference.codes);
  const moved = preset ? applyPreset(preset, modelHash, codes) : codes;
  const gaps = [0, 1].map((label) => {
    const mean = (tag: number) => {
      const rows = reference.labels.flatMap((one, row) =>
        one === label && reference.tag.of[row] === tag ? [row] : [],
      );
      const logits = rows.map(
        (row) => exactLogits(head, moved.subarray(row * latentDim, (row + 1) * latentDim))[1] ?? 0,
      );
      return logits.reduce((sum, one) => sum + one, 0) / rows.length;
    };
    return mean(1) - mean(0);
  });
  return ((gaps[0] ?? 0) + (gaps[1] ?? 0)) / 2;
}

describe("presets", () => {
  it("take the attribute out of the decision within classes, where the method aims at that", () => {
    expect(Math.abs(logitGap(null))).toBeGreaterThan(1);
    const aimed: PresetMethod[] = ["cell-balanced-leace", "shift"];
    for (const method of aimed) {
      expect(Math.abs(logitGap(fitPreset(request(["tag"]), { method, seed: 1 })))).toBeLessThan(1e-4);
    }
  });

  it("rank 2 takes it out of each class", () => {
    const preset = fitPreset(request(["tag"]), { rank: 2, seed: 1 });
    expect(preset.left[0]).toHaveLength(2);
    const erased = applyPreset(preset, modelHash, Float32Array.from(reference.codes));
    for (const label of [0, 1]) {
      const mean = (tag: number, j: number) => {
        const rows = reference.labels.flatMap((one, r) => (one === label && reference.tag.of[r] === tag ? [r] : []));
        return rows.reduce((sum, row) => sum + (erased[row * latentDim + j] ?? 0), 0) / rows.length;
      };
      for (let j = 0; j < latentDim; j++) expect(mean(1, j) - mean(0, j)).toBeCloseTo(0, 4);
    }
  });

  it("label-preserving keeps the covariance with the label exactly, LEACE does not", () => {
    const covariance = (codes: Float32Array, of: readonly number[]) => {
      const mean = of.reduce((sum, one) => sum + one, 0) / of.length;
      return Array.from(
        { length: latentDim },
        (_, j) => of.reduce((sum, one, row) => sum + (one - mean) * (codes[row * latentDim + j] ?? 0), 0) / of.length,
      );
    };
    const codes = Float32Array.from(reference.codes);
    const apply = (method: PresetMethod) =>
      applyPreset(fitPreset(request(["tag"]), { method, seed: 1 }), modelHash, codes);
    const before = covariance(codes, reference.labels);
    const kept = apply("label-preserving");
    expect(greatestDifference(covariance(kept, reference.labels), before)).toBeLessThan(1e-5);
    expect(greatestDifference(covariance(kept, reference.tag.of), [0, 0, 0, 0, 0, 0])).toBeLessThan(1e-5);
    expect(greatestDifference(covariance(apply("pooled-leace"), reference.labels), before)).toBeGreaterThan(0.01);
  });

  it("several attributes make one map, whatever their order", () => {
    const one = fitPreset(request(["tag", "site"]), { seed: 1 });
    const other = fitPreset(request(["site", "tag"]), { seed: 1 });
    expect(one.left[0]).toHaveLength(3);
    expect(greatestDifference(projectionOf(one).flat(), projectionOf(other).flat())).toBeLessThan(1e-6);
  });

  it("the re-fitted bias predicts every class as often as it is, all cells weighing alike", () => {
    const preset = fitPreset(request(["tag"]), { seed: 1 });
    const codes = applyPreset(preset, modelHash, Float32Array.from(reference.codes));
    const adjusted = presetHead(preset, modelHash, head);
    const cells = [0, 0, 0, 0].map((_, cell) => {
      const rows = reference.labels.flatMap((l, r) => (l === cell >> 1 && reference.tag.of[r] === cell % 2 ? [r] : []));
      const ill = rows.map(
        (row) =>
          probabilities(exactLogits(adjusted, codes.subarray(row * latentDim, (row + 1) * latentDim)), 2)[1] ?? 0,
      );
      return ill.reduce((sum, p) => sum + p, 0) / rows.length;
    });
    expect(cells.reduce((sum, p) => sum + p, 0) / 4).toBeCloseTo(0.5, 5);
  });

  it("fold into the head exactly, at any strength", () => {
    for (const method of presetMethods) {
      const preset = fitPreset(request(["tag"]), { method, seed: 1, alpha: 0.7 });
      const codes = Float32Array.from(reference.codes);
      const moved = applyPreset(preset, modelHash, codes);
      const [adjusted, folded] = [presetHead(preset, modelHash, head), foldPreset(preset, modelHash, head)];
      for (let from = 0; from < codes.length; from += latentDim * 11) {
        const expected = exactLogits(adjusted, moved.subarray(from, from + latentDim));
        const found = exactLogits(folded, codes.subarray(from, from + latentDim));
        expect(greatestDifference([...found], [...expected])).toBeLessThan(1e-4);
      }
    }
  });

  it("do nothing at strength 0", () => {
    const codes = Float32Array.from(reference.codes);
    expect(applyPreset(fitPreset(request(["tag"]), { seed: 1 }), modelHash, codes, 0)).toEqual(codes);
  });

  it("are refused with another model, in words", () => {
    const preset = fitPreset(request(["tag"]), { seed: 1 });
    expect(() => applyPreset(preset, "b".repeat(64), new Float32Array(latentDim))).toThrow(InvalidPreset);
    expect(() => foldPreset(preset, "b".repeat(64), head)).toThrow("not for bbbbbbbbbbbb");
  });

  it("read back what was written, and name what is wrong", () => {
    const preset = fitPreset(request(["tag"]), { seed: 1 });
    expect(parsePreset(JSON.stringify(preset))).toEqual(preset);
    expect(() => parsePreset({ ...preset, schemaVersion: 2 })).toThrow("schemaVersion");
    expect(() => parsePreset({ ...preset, left: preset.left.slice(1) })).toThrow("row a latent");
    expect(() => parsePreset("{")).toThrow(InvalidPreset);
  });

  it("refuse a set with too few of some images and name them", () => {
    let seen = 0;
    const labels = Int32Array.from(reference.labels, (label, row) =>
      label === 1 && reference.tag.of[row] === 0 && ++seen > 3 ? -1 : label,
    );
    const few = () => fitPreset(request(["tag"], undefined, labels), { seed: 1 });
    expect(few).toThrow(PresetRefused);
    expect(few).toThrow("ill with tag = no: 3");
  });

  it("warn of small cells and don't refuse them", () => {
    let seen = 0;
    const labels = Int32Array.from(reference.labels, (label, row) =>
      label === 1 && reference.tag.of[row] === 0 && ++seen > 8 ? -1 : label,
    );
    const { smallCells } = fitPreset(request(["tag"], undefined, labels), { seed: 1 }).fit;
    expect(smallCells).toContainEqual({ label: "ill", attribute: "tag", value: "no", n: 8 });
    expect(smallCells.every(({ n }) => n < 15)).toBe(true);
  });
});

it("joint cells may be empty: cells of each attribute are balanced in turn", () => {
  const random = randomSource(3);
  const of = { tag: Int32Array.from({ length: 400 }, () => random.below(2)), site: new Int32Array(400) };
  const labels = Int32Array.from({ length: 400 }, () => random.below(2));
  // No tagged image of the third site.
  of.site = of.tag.map((tag) => random.below(tag === 1 ? 2 : 3));
  const codes = Float32Array.from({ length: 400 * latentDim }, () => random.normal());
  const preset = fitPreset(
    {
      ...request([], codes, labels),
      attributes: [
        { name: "tag", values: ["no", "yes"], of: of.tag },
        { name: "site", values: ["a", "b", "c"], of: of.site },
      ],
    },
    { seed: 1 },
  );
  expect(preset.left.flat().every(Number.isFinite)).toBe(true);
});
