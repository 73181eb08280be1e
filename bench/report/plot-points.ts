import { axisOf } from "./axis.ts";
import { circle, colourOf, line, svg, text, upright } from "./svg.ts";

interface Spread {
  mean: number;
  deviation: number;
}

/** What is compared, by two figures at once. */
export interface Point {
  name: string;
  x: Spread;
  y: Spread;
}

interface Plot {
  title: string;
  xTitle: string;
  yTitle: string;
  points: readonly Point[];
}

const [width, height] = [720, 420];
const area = { left: 64, right: 220, top: 44, bottom: 60 };

/** Points as SVG with bars of one standard deviation both ways: what one figure costs in the other. Throws RangeError without a point. */
export function plotPoints({ title, xTitle, yTitle, points }: Plot): string {
  if (points.length === 0) throw new RangeError(`Nothing to draw for "${title}": no point was measured.`);
  const bounds = (read: (point: Point) => Spread): number[] =>
    points.map(read).flatMap(({ mean, deviation }) => [mean - deviation, mean + deviation]);
  const across = axisOf(
    bounds((point) => point.x),
    area.left,
    width - area.right,
  );
  const up = axisOf(
    bounds((point) => point.y),
    height - area.bottom,
    area.top,
  );
  const [left, right, bottom] = [area.left, width - area.right, height - area.bottom];
  const parts = [
    upright(18, (area.top + bottom) / 2, yTitle),
    text((left + right) / 2, height - 14, xTitle, "middle"),
    ...up.ticks.flatMap(({ value, label }) => [
      line([left, up.place(value)], [right, up.place(value)], "#ddd"),
      text(left - 8, up.place(value) + 4, label, "end"),
    ]),
    ...across.ticks.flatMap(({ value, label }) => [
      line([across.place(value), area.top], [across.place(value), bottom], "#eee"),
      text(across.place(value), bottom + 20, label, "middle"),
    ]),
    ...points.flatMap(({ name, x, y }, index) => {
      const [colour, row] = [colourOf(index), area.top + 12 + index * 22];
      const [cx, cy] = [across.place(x.mean), up.place(y.mean)];
      return [
        line([across.place(x.mean - x.deviation), cy], [across.place(x.mean + x.deviation), cy], colour),
        line([cx, up.place(y.mean - y.deviation)], [cx, up.place(y.mean + y.deviation)], colour),
        circle(cx, cy, colour),
        circle(right + 24, row, colour),
        text(right + 36, row + 4, name, "start"),
      ];
    }),
  ];
  return svg({ width, height, title, parts });
}
