import { describe, expect, it } from "vitest";
import { randomSource } from "../../random/random-source.ts";
import { associationsOf } from "./associations.ts";

const random = randomSource(4);
const n = 400;
const scores = Float64Array.from({ length: n }, () => random.normal());
const noise = Float64Array.from({ length: n }, () => random.normal());

describe("associationsOf", () => {
  it("finds a number that rises with the latent, and none in noise", () => {
    const column = scores.map((score) => score ** 3);
    const [found] = associationsOf(scores, { attribute: "age", values: [], column }, null);
    expect(found).toMatchObject({ attribute: "age", value: null, measure: "rank-correlation", count: n });
    expect(found?.estimate?.value).toBeCloseTo(1, 10);
    const [none] = associationsOf(scores, { attribute: "dose", values: [], column: noise }, null);
    expect(none?.estimate?.interval[0]).toBeLessThan(0);
    expect(none?.estimate?.interval[1]).toBeGreaterThan(0);
  });

  it("tells two values apart once, and more of them each against all others; unknown ones are left out", () => {
    const sex = scores.map((score, i) => (i % 10 === 0 ? Number.NaN : score > 0 ? 1 : 0));
    const two = associationsOf(scores, { attribute: "sex", values: ["female", "male"], column: sex }, null);
    expect(two).toHaveLength(1);
    expect(two[0]).toMatchObject({ value: "male", measure: "auroc", count: 360, estimate: { value: 1 } });
    const site = scores.map((score) => (score < -0.5 ? 0 : score < 0.5 ? 1 : 2));
    const three = associationsOf(scores, { attribute: null, values: ["a", "b", "c"], column: site }, null);
    expect(three.map(({ value, estimate }) => [value, estimate?.value])).toMatchObject([
      ["a", 0],
      ["b", expect.closeTo(0.5, 0)],
      ["c", 1],
    ]);
  });

  it("says nothing of nine cases, and is less sure when they are of few persons", () => {
    const rare = Float64Array.from(scores, (_, i) => (i < 9 ? 1 : 0));
    const known = { attribute: "rare", values: ["no", "yes"], column: rare };
    expect(associationsOf(scores, known, null)[0]).toMatchObject({ positives: 9, estimate: null });
    const half = { attribute: "half", values: ["no", "yes"], column: noise.map((value) => (value > 0 ? 1 : 0)) };
    const width = (subjects: string[] | null) => {
      const [low = 0, high = 0] = associationsOf(scores, half, subjects)[0]?.estimate?.interval ?? [];
      return high - low;
    };
    const alone = Array.from(scores, (_, i) => `${i}`);
    expect(width(alone)).toBeCloseTo(width(null), 10);
    const number = { attribute: "number", values: [], column: noise };
    const few = Array.from(scores, (_, i) => `${i % 9}`);
    expect(associationsOf(scores, number, few)[0]?.estimate).toBeNull();
  });
});
