import { describe, expect, it } from "vitest";
import type { ComposingCases } from "../cases/composing-cases.ts";
import { openComposer } from "./composer-session.ts";

const head = { latentDim: 2, classCount: 2, weights: Float32Array.of(0, 1.5, 0, 1.5), bias: new Float32Array(2) };

/** The label is in the first latent, a tag in the second, and the head reads both; the colour is nowhere. */
function cases(count: number, taggedEvery = 2): ComposingCases {
  const rows = Array.from({ length: count }, (_, row) => row);
  const labels = rows.map((row) => row % 2);
  const tag = rows.map((row) => (Math.floor(row / 2) % taggedEvery === 0 ? 1 : 0));
  const noise = (row: number, latent: number) => ((row * (7 + 6 * latent)) % 13) / 6 - 1;
  return {
    ...{ modelHash: "a".repeat(64), dataHash: null, classes: ["normal", "ill"], split: "VALIDATION", latentDim: 2 },
    ...{ fitCount: count / 2, evidence: { count: 10, subjects: 10 }, subjects: null },
    indices: rows.map((row) => row + 1000),
    labels,
    attributes: [
      { name: "tag", values: ["no", "yes"], of: tag },
      { name: "colour", values: ["red", "blue"], of: rows.map((row) => Math.floor(row / 4) % 2) },
    ],
    codes: Float32Array.from(
      rows.flatMap((row) => [2 * (labels[row] ?? 0) - 1 + noise(row, 0), 3 * (tag[row] ?? 0) - 1.5 + noise(row, 1)]),
    ),
  };
}

const recipe = { attributes: ["tag"], method: "cell-balanced-leace", rank: 1 } as const;

function fitted(sent: ComposingCases, attributes = ["tag"]) {
  const composer = openComposer(sent, head);
  const found = composer.fit({ ...recipe, attributes });
  if (found.kind !== "fitted") throw new Error(found.message);
  return { composer, found };
}

describe("openComposer", () => {
  it("fits on one part, and measures before and after on the other", () => {
    const { composer, found } = fitted(cases(800));
    expect(found.preset.fit).toMatchObject({ count: 400, split: "VALIDATION" });
    const { before, after } = composer.measure(1, 100);
    expect(before.n).toBe(400);
    expect(after.performance[0]?.worstCell?.accuracy.value).toBeGreaterThan(
      before.performance[0]?.worstCell?.accuracy.value ?? Number.NaN,
    );
    expect(composer.measure(0, 100).after).toEqual(before);
    expect(found.suggestion.alpha).toBeGreaterThan(0.5);
  });

  it("tells what the decision relies on from what it does not", () => {
    const { found } = fitted(cases(800), ["tag", "colour"]);
    expect(found.reliance.map(({ attribute, isReliedOn }) => [attribute, isReliedOn])).toEqual([
      ["tag", true],
      ["colour", false],
    ]);
  });

  it("shows a dozen images of the selection set, of every cell, and what each would be without", () => {
    const { shown } = fitted(cases(800)).found;
    expect(shown).toHaveLength(12);
    expect(Math.min(...shown.map(({ index }) => index))).toBeGreaterThanOrEqual(1400);
    const perCell = new Map<string, number>();
    for (const { label, values } of shown) {
      const cell = `${label} ${values[0]}`;
      perCell.set(cell, (perCell.get(cell) ?? 0) + 1);
    }
    expect([...perCell.values()]).toEqual([3, 3, 3, 3]);
    for (const { values, removal } of shown) {
      expect(removal[1]).toBeCloseTo(values[0] === "yes" ? -3 : 0, 0);
    }
  });

  it("names the cells that are too small", () => {
    const refused = openComposer(cases(80, 20), head).fit(recipe);
    expect(refused).toMatchObject({ kind: "refused", fewest: 5 });
    expect(refused.kind === "refused" && refused.cells.map(({ label, value }) => [label, value])).toEqual([
      ["normal", "yes"],
      ["ill", "yes"],
    ]);
  });
});
