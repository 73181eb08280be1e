import type { Site } from "./phantom-factors.ts";
import { softStep } from "./soft-shapes.ts";

/** Each site marks its films in its own way: a letter on a plate, and its corner. */
const STYLES: Record<Site, { x: number; y: number; glyph: readonly string[] }> = {
  A: { x: -0.82, y: -0.82, glyph: ["110", "101", "110", "101", "101"] },
  B: { x: 0.82, y: -0.82, glyph: ["100", "100", "100", "100", "111"] },
  C: { x: 0.82, y: 0.82, glyph: ["111", "111", "111", "111", "111"] },
};

const HALF_WIDTH = 0.09;
const HALF_HEIGHT = 0.13;

/**
 * How much of a pixel the site's corner tag covers, 0…1.
 *
 * @param x −1…1 from left to right; @param y −1…1 from top to bottom: of the film, so it does not turn with the patient
 * @param pixel width of a pixel in the same unit
 */
export function tagCoverage(site: Site, x: number, y: number, pixel: number): number {
  const style = STYLES[site];
  const dx = x - style.x;
  const dy = y - style.y;
  const reach = pixel / 2;
  if (Math.abs(dx) > HALF_WIDTH + reach || Math.abs(dy) > HALF_HEIGHT + reach) return 0;
  let covered = 0;
  const cellWidth = (2 * HALF_WIDTH) / 3;
  const cellHeight = (2 * HALF_HEIGHT) / 5;
  style.glyph.forEach((line, row) => {
    for (let column = 0; column < 3; column++) {
      if (line[column] !== "1") continue;
      const fromX = Math.abs(dx + HALF_WIDTH - (column + 0.5) * cellWidth);
      const fromY = Math.abs(dy + HALF_HEIGHT - (row + 0.5) * cellHeight);
      covered += softStep(cellWidth / 2 - fromX, reach) * softStep(cellHeight / 2 - fromY, reach);
    }
  });
  return Math.min(1, covered);
}
