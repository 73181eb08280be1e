import type { FactorGrid } from "./factor-grid.ts";

const side = 32;
const levels = { shape: 3, scale: 6, orientation: 8, x: 8, y: 8 };
/** Places within a pixel, along each axis, that its brightness is the mean of. */
const samples = 3;

/**
 * White squares, ellipses and hearts on black with the five factors of dSprites (Matthey et al. 2017), fewer levels of each and half the side.
 * Figures on it are not those on dSprites.
 */
export const shapesGrid: FactorGrid = {
  name: "shapes",
  side,
  factors: [
    { name: "shape", kind: "categorical", levels: levels.shape },
    { name: "scale", kind: "ordered", levels: levels.scale },
    { name: "orientation", kind: "ordered", levels: levels.orientation },
    { name: "x", kind: "ordered", levels: levels.x },
    { name: "y", kind: "ordered", levels: levels.y },
  ],
  classes: [],
  labelOf: () => -1,
  draw([shape = 0, scale = 0, orientation = 0, x = 0, y = 0], _index, pixels, first) {
    // dSprites: half to full size, the middle of each axis. A quarter turn only: by more, a square is one that there was before.
    const radius = 5.5 * (0.5 + (0.5 * scale) / (levels.scale - 1));
    const angle = ((Math.PI / 2) * orientation) / levels.orientation;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const centre = (level: number, count: number): number => side * (0.25 + (0.5 * level) / (count - 1));
    const [centreX, centreY] = [centre(x, levels.x), centre(y, levels.y)];
    for (let place = 0; place < side * side; place++) {
      const [row, column] = [Math.floor(place / side), place % side];
      let inside = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const dx = column + ((sample % samples) + 0.5) / samples - centreX;
        const dy = row + (Math.floor(sample / samples) + 0.5) / samples - centreY;
        const [u, v] = [(cosine * dx + sine * dy) / radius, (cosine * dy - sine * dx) / radius];
        if (isInside(shape, u, v)) inside++;
      }
      pixels[first + place] = Math.round((255 * inside) / samples ** 2);
    }
  },
};

/** @param u and @param v from the centre, in radii */
function isInside(shape: number, u: number, v: number): boolean {
  if (shape === 0) return Math.max(Math.abs(u), Math.abs(v)) < 0.8;
  if (shape === 1) return u * u + (v * v) / 0.3 < 1;
  // The algebraic heart (x² + y² − 1)³ = x²y³, tip down.
  const [x, y] = [1.15 * u, -1.15 * v];
  return (x * x + y * y - 1) ** 3 < x * x * y ** 3;
}
