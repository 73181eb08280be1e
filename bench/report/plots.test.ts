import { expect, test } from "vitest";
import { plotCurves } from "./plot-curves.ts";
import { plotPoints } from "./plot-points.ts";
import { plotRows } from "./plot-rows.ts";

const spread = (mean: number, deviation = 0.01) => ({ mean, deviation });
const dots = (picture: string) => picture.match(/<circle/g)?.length ?? 0;
const numbers = (picture: string) =>
  [...picture.matchAll(/ (?:cx|cy|x1|x2|y1|y2|x|y)="([^"]+)"/g)].map((m) => Number(m[1]));

test("a curve goes on beyond what was not measured, and names are text", () => {
  const points = [spread(0.9), null, spread(0.95)];
  const curves = [
    { name: "never run", points: [null, null, null] },
    { name: "a < b", points },
  ];
  const picture = plotCurves({ title: "AUC & more", yTitle: "AUC", places: ["1 %", "5 %", "100 %"], curves });
  expect(dots(picture)).toBe(2);
  expect(picture).toContain("a &lt; b");
  expect(picture).not.toContain("never run");
  expect(picture).toContain("AUC &amp; more");
  expect(/<polyline points="([^"]+)"/.exec(picture)?.[1]?.split(" ")).toHaveLength(2);
  expect(numbers(picture).every(Number.isFinite)).toBe(true);
});

test("the better of two points is further right and higher", () => {
  const points = [
    { name: "worse", x: spread(0.1), y: spread(0.8) },
    { name: "better", x: spread(0.4), y: spread(0.9) },
  ];
  const picture = plotPoints({ title: "t", xTitle: "x", yTitle: "y", points });
  const [worse, , better] = [...picture.matchAll(/<circle cx="([^"]+)" cy="([^"]+)"/g)].map((m) => [
    +(m[1] ?? 0),
    +(m[2] ?? 0),
  ]);
  expect(better?.[0]).toBeGreaterThan(worse?.[0] ?? Number.NaN);
  expect(better?.[1]).toBeLessThan(worse?.[1] ?? Number.NaN);
});

test("a row has a dot for each series that was measured", () => {
  const rows = [
    { name: "one", values: [spread(0.5), null] },
    { name: "two", values: [spread(0.6), spread(0.7)] },
  ];
  const picture = plotRows({ title: "t", xTitle: "Dice", series: ["ours", "theirs"], rows });
  expect(dots(picture)).toBe(3 + 2);
  expect(numbers(picture).every(Number.isFinite)).toBe(true);
});

test("no picture of nothing", () => {
  expect(() => plotRows({ title: "t", xTitle: "", series: [], rows: [] })).toThrow(RangeError);
  expect(() => plotPoints({ title: "t", xTitle: "", yTitle: "", points: [] })).toThrow(RangeError);
  expect(() => plotCurves({ title: "t", yTitle: "", places: [], curves: [] })).toThrow(RangeError);
});
