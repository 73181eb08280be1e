import type { MapPoints } from "./map-points.ts";
import type { CanvasSize, MapView } from "./view-transform.ts";

export interface PaintedPoints {
  points: MapPoints;
  /** Group of each point `[count]`. */
  groupOf: Uint32Array;
  /** Colour of each group, packed as the canvas has it in memory: `0xAABBGGRR`. */
  colours: Uint32Array;
  /** Whether a group is shown. */
  shown: readonly boolean[];
  /** Selected points are drawn larger. */
  selected: ReadonlySet<number>;
}

/** Radius in pixels, of few points and of many. */
const radii = { few: 3, many: 1, selected: 4 };
const many = 5_000;

/**
 * Writes points straight into the pixels of a canvas: 100,000 take a few milliseconds, so dragging stays at the screen's rate
 * without WebGL, which not every reader has.
 *
 * @param pixels `[height, width]`, cleared here
 */
export function paintPoints(pixels: Uint32Array, size: CanvasSize, view: MapView, painted: PaintedPoints): void {
  const { points, groupOf, colours, shown, selected } = painted;
  const { positions, count } = points;
  pixels.fill(0);
  const usual = count > many ? radii.many : radii.few;
  const draw = (point: number, radius: number) => {
    const group = groupOf[point] ?? 0;
    if (!shown[group]) return;
    const x = Math.round(((positions[point * 2] ?? 0) - view.x) * view.scale + size.width / 2);
    const y = Math.round(size.height / 2 - ((positions[point * 2 + 1] ?? 0) - view.y) * view.scale);
    fillSquare(pixels, size, { x, y, radius, colour: colours[group] ?? 0 });
  };
  for (let point = 0; point < count; point++) draw(point, usual);
  for (const point of selected) draw(point, radii.selected);
}

function fillSquare(
  pixels: Uint32Array,
  { width, height }: CanvasSize,
  { x, y, radius, colour }: { x: number; y: number; radius: number; colour: number },
): void {
  const [left, right] = [Math.max(0, x - radius), Math.min(width - 1, x + radius)];
  const [top, bottom] = [Math.max(0, y - radius), Math.min(height - 1, y + radius)];
  for (let row = top; row <= bottom; row++) {
    for (let place = row * width + left; place <= row * width + right; place++) pixels[place] = colour;
  }
}

/** A CSS colour, `#rrggbb` or `rgb(r g b)`, as a canvas keeps a pixel in memory on every machine that browsers run on (little-endian). */
export function packedColour(css: string): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css);
  const parts = hex
    ? hex.slice(1).map((digits) => Number.parseInt(digits, 16))
    : [...css.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [red = 0, green = 0, blue = 0] = parts;
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
