import { describe, expect, it } from "vitest";
import { agreementOf, disagreements, type SharedImage } from "./agreement.ts";
import { ratedVariables } from "./rated-variables.ts";

const words = { yes: "yes", no: "no" };
const classes = ["none", "mild", "severe"].map((name) => ({ name, description: "" }));
const questions = [{ name: "view", values: ["frontal", "lateral"] }];

function image(sampleIndex: number, said: Record<string, number[]>, view?: string): SharedImage {
  const attributes: Record<string, string> = view ? { view } : {};
  const labels = Object.entries(said).map(([annotatorId, classIndices]) => ({
    annotatorId,
    value: { answer: { kind: "classes" as const, classIndices }, attributes, note: "" },
  }));
  return { sampleIndex, labels };
}

const images = [
  image(0, { ana: [0], bea: [0] }),
  image(1, { ana: [1], bea: [2] }),
  image(2, { ana: [2], bea: [2], cas: [0] }),
  image(3, { bea: [0], ana: [0] }),
];

describe("agreement", () => {
  it("is told of the class, of each class against the others, and of each question", () => {
    const variables = ratedVariables({ kind: "ORDINAL_CLASS", classes, questions }, words);
    expect(variables.map(({ name, level }) => [name, level])).toEqual([
      [null, "ordinal"],
      ["none", "nominal"],
      ["mild", "nominal"],
      ["severe", "nominal"],
      ["view", "nominal"],
    ]);
    const two = ratedVariables({ kind: "ONE_CLASS", classes: classes.slice(0, 2), questions: [] }, words);
    expect(two.map(({ name }) => name)).toEqual([null]);
    const several = ratedVariables({ kind: "SEVERAL_CLASSES", classes: classes.slice(0, 2), questions: [] }, words);
    expect(several.map(({ name }) => name)).toEqual(["none", "mild"]);
  });

  it("pairs people whoever comes first, and leaves out who is alone", () => {
    const [choice] = ratedVariables({ kind: "ONE_CLASS", classes, questions }, words);
    if (!choice) throw new Error("no variable");
    const { pairs, images: count, fleiss } = agreementOf(choice, [...images, image(4, { ana: [1] })]);
    expect(count).toBe(4);
    const [first] = pairs;
    expect(first).toMatchObject({ first: "ana", second: "bea", images: 4, same: 0.75 });
    // Observed 3/4; by chance (2/4·2/4 + 1/4·0 + 1/4·2/4) = 3/8.
    expect(first?.kappa).toBeCloseTo((3 / 4 - 3 / 8) / (1 - 3 / 8), 12);
    expect(pairs.map(({ images: n }) => n)).toEqual([4, 1, 1]);
    // The three images that two people labelled: observed 2/3; by chance (4/6)² + 2·(1/6)².
    expect(fleiss).toBeCloseTo((2 / 3 - 0.5) / 0.5, 12);
  });

  it("says that there is not enough data rather than a number", () => {
    const view = ratedVariables({ kind: "ONE_CLASS", classes, questions }, words).at(-1);
    if (!view) throw new Error("no variable");
    expect(agreementOf(view, images)).toMatchObject({ images: 0, alpha: null, fleiss: null, pairs: [] });
    const same = [image(0, { ana: [0], bea: [0] }, "frontal")];
    expect(agreementOf(view, same)).toMatchObject({ images: 1, alpha: null, pairs: [{ same: 1, kappa: null }] });
  });

  it("finds the images that people differ on", () => {
    const variables = ratedVariables({ kind: "ONE_CLASS", classes, questions }, words);
    expect(disagreements(variables, images).map(({ sampleIndex }) => sampleIndex)).toEqual([1, 2]);
  });
});
