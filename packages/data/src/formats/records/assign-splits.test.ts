import { describe, expect, it } from "vitest";
import { assignSplits } from "./assign-splits.ts";

const items = Array.from({ length: 400 }, (_, i) => {
  return { key: `k${i}`, subject: `s${Math.floor(i / 4)}`, stratum: Math.floor(i / 4) % 5 === 0 ? "rare" : "usual" };
});
const shares = { validation: 0.2, test: 0.2, seed: 3 };

describe("assignSplits", () => {
  it("keeps subjects together, shares and strata in proportion", () => {
    const splits = assignSplits(items, shares);
    const of = (split: string, stratum?: string) =>
      items.filter((item, i) => splits[i] === split && (stratum === undefined || item.stratum === stratum)).length;
    expect([of("train"), of("validation"), of("test")]).toEqual([240, 80, 80]);
    expect([of("validation", "rare"), of("test", "rare")]).toEqual([16, 16]);
    const bySubject = new Map(items.map((item, i) => [item.subject, splits[i]]));
    expect(items.every((item, i) => bySubject.get(item.subject) === splits[i])).toBe(true);
  });

  it("depends on the seed and not on the order", () => {
    const splits = assignSplits(items, shares);
    expect(assignSplits(items, { ...shares, seed: 4 })).not.toEqual(splits);
    expect(assignSplits([...items].reverse(), shares).reverse()).toEqual(splits);
  });

  it("deals strata of one subject each to all splits", () => {
    const alone = Array.from({ length: 20 }, (_, i) => ({ key: `k${i}`, subject: null, stratum: `c${i}` }));
    expect(new Set(assignSplits(alone, shares)).size).toBe(3);
  });
});
