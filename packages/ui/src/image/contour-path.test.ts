import { describe, expect, it } from "vitest";
import { contourPath } from "./contour-path.ts";

/** The unit edges that a path goes along, each as "x,y,direction". */
function edges(path: string): string[] {
  return [...path.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].flatMap(([, x, y, direction, to]) => {
    const start = Number(direction === "H" ? x : y);
    return Array.from({ length: Number(to) - start }, (_, i) =>
      direction === "H" ? `${start + i},${y},H` : `${x},${start + i},V`,
    );
  });
}

describe("contourPath", () => {
  it("goes around one pixel, and around two as one", () => {
    expect(contourPath(Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0), 3, 3, 1)).toBe("M1 1H2M1 2H2M1 1V2M2 1V2");
    expect(contourPath(Uint8Array.of(1, 1), 2, 1, 1)).toBe("M0 0H2M0 1H2M0 0V1M2 0V1");
  });

  it("goes around a hole, and between classes", () => {
    const ring = Uint8Array.of(1, 1, 1, 1, 2, 1, 1, 1, 1);
    expect(edges(contourPath(ring, 3, 3, 1))).toHaveLength(12 + 4);
    expect(edges(contourPath(ring, 3, 3, 2))).toHaveLength(4);
    expect(contourPath(ring, 3, 3, 7)).toBe("");
  });

  it("has just the edges at which a class begins or ends", () => {
    const [width, height] = [7, 5];
    const mask = Uint8Array.from({ length: width * height }, (_, i) => (i * i + 3 * i) % 3);
    const at = (x: number, y: number) => (x < 0 || y < 0 || x >= width || y >= height ? -1 : mask[y * width + x]);
    const expected: string[] = [];
    for (let y = 0; y <= height; y++) {
      for (let x = 0; x <= width; x++) {
        if ((at(x, y) === 1) !== (at(x, y - 1) === 1)) expected.push(`${x},${y},H`);
        if ((at(x, y) === 1) !== (at(x - 1, y) === 1)) expected.push(`${x},${y},V`);
      }
    }
    expect(edges(contourPath(mask, width, height, 1)).sort()).toEqual(expected.sort());
  });
});
