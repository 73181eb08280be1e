/** The figures of a bias report that a comment can be about. */
export const figures = ["groups", "plane", "calibration", "roc", "intersections", "slices"] as const;
export type Figure = (typeof figures)[number];

export function isFigure(name: string): name is Figure {
  return figures.some((figure) => figure === name);
}
