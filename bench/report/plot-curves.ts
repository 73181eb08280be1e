import { axisOf } from "./axis.ts";
import { at, circle, colourOf, line, svg, text, upright } from "./svg.ts";

/** One line of a plot: points from left to right, null where nothing was measured. */
export interface Curve {
  name: string;
  points: ({ mean: number; deviation: number } | null)[];
}

interface Plot {
  title: string;
  yTitle: string;
  /** Names of the places along x, which are evenly spaced. */
  places: readonly string[];
  curves: readonly Curve[];
}

const [width, height] = [720, 420];
const area = { left: 64, right: 190, top: 44, bottom: 48 };

/** A line chart as SVG with bars of one standard deviation. Throws RangeError without a point. */
export function plotCurves({ title, yTitle, places, curves }: Plot): string {
  const shown = curves.filter(({ points }) => points.some((point) => point !== null));
  const known = shown.flatMap(({ points }) => points.flatMap((point) => point ?? []));
  if (known.length === 0) throw new RangeError(`Nothing to draw for "${title}": no point was measured.`);
  const bounds = known.flatMap(({ mean, deviation }) => [mean - deviation, mean + deviation]);
  const { place: y, ticks } = axisOf(bounds, height - area.bottom, area.top);
  const x = (place: number): number => area.left + ((place + 0.5) / places.length) * (width - area.left - area.right);
  const parts = [
    upright(18, (area.top + height - area.bottom) / 2, yTitle),
    ...ticks.flatMap(({ value, label }) => [
      line([area.left, y(value)], [width - area.right, y(value)], "#ddd"),
      text(area.left - 8, y(value) + 4, label, "end"),
    ]),
    ...places.map((name, place) => text(x(place), height - area.bottom + 20, name, "middle")),
    ...shown.flatMap(({ name, points }, index) => {
      // A little apart, so that bars don't hide one another.
      const shift = (index - (shown.length - 1) / 2) * 5;
      const placed = points.flatMap((point, place) => (point ? [{ ...point, x: x(place) + shift }] : []));
      return [...curve(placed, y, colourOf(index)), ...legend(name, index)];
    }),
  ];
  return svg({ width, height, title, parts });
}

function curve(
  points: { mean: number; deviation: number; x: number }[],
  y: (value: number) => number,
  colour: string,
): string[] {
  const path = points.map(({ mean, x }) => `${at(x)},${at(y(mean))}`).join(" ");
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.flatMap(({ mean, deviation, x }) => [
      line([x, y(mean - deviation)], [x, y(mean + deviation)], colour),
      circle(x, y(mean), colour),
    ]),
  ];
}

function legend(name: string, index: number): string[] {
  const [left, row] = [width - area.right + 16, area.top + 12 + index * 22];
  return [line([left, row], [left + 20, row], colourOf(index)), text(left + 26, row + 4, name, "start")];
}
