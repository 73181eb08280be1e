import { expect, test } from "vitest";
import { gridData, levelsAt } from "./factor-grid.ts";
import { measureCodes } from "./measure-codes.ts";

const grid = {
  factors: [
    { name: "scale", kind: "ordered", levels: 6 },
    { name: "x", kind: "ordered", levels: 8 },
    { name: "y", kind: "ordered", levels: 8 },
  ] as const,
};
const count = 6 * 8 * 8;

function codesOf(code: (levels: number[]) => number[]) {
  const rows = Array.from({ length: count }, (_, index) => code(levelsAt(grid, index)));
  return { rows: count, columns: 3, values: Float64Array.from(rows.flat()) };
}

test("a latent for each factor scores higher in every metric than latents that mix them", async () => {
  const effort = { train: 600, test: 300 };
  const apart = await measureCodes(
    gridData(grid),
    codesOf(([scale = 0, x = 0, y = 0]) => [x, y, scale]),
    1,
    effort,
  );
  const mixed = await measureCodes(
    gridData(grid),
    codesOf(([scale = 0, x = 0, y = 0]) => [x + y + scale, x - y + scale, y - scale]),
    1,
    effort,
  );
  expect(apart.mig).toBeGreaterThan(0.95);
  expect(apart.factorVae).toBe(1);
  for (const metric of ["mig", "sap", "disentanglement", "completeness", "modularity", "factorVae"] as const) {
    expect(apart[metric], metric).toBeGreaterThan(mixed[metric]);
  }
});
