import { axisOf } from "./axis.ts";
import { circle, colourOf, line, svg, text } from "./svg.ts";

/** What is compared on a row, in the order of the plot's series; null where nothing was measured. */
export interface PlotRow {
  name: string;
  values: ({ mean: number; deviation: number } | null)[];
}

interface Plot {
  title: string;
  xTitle: string;
  series: readonly string[];
  rows: readonly PlotRow[];
}

const [width, rowHeight] = [720, 44];
const area = { left: 190, right: 150, top: 44, bottom: 60 };

/** A row for each thing, a dot for each series, with bars of one standard deviation, as SVG. Throws RangeError without a dot. */
export function plotRows({ title, xTitle, series, rows }: Plot): string {
  const known = rows.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  if (known.length === 0) throw new RangeError(`Nothing to draw for "${title}": nothing was measured.`);
  const height = area.top + area.bottom + Math.max(rows.length * rowHeight, series.length * 22);
  const bounds = known.flatMap(({ mean, deviation }) => [mean - deviation, mean + deviation]);
  const { place: x, ticks } = axisOf(bounds, area.left, width - area.right);
  const bottom = height - area.bottom;
  const parts = [
    text((area.left + width - area.right) / 2, height - 14, xTitle, "middle"),
    ...ticks.flatMap(({ value, label }) => [
      line([x(value), area.top], [x(value), bottom], "#ddd"),
      text(x(value), bottom + 20, label, "middle"),
    ]),
    ...rows.flatMap(({ name, values }, row) => {
      const middle = area.top + (row + 0.5) * rowHeight;
      return [
        text(area.left - 12, middle + 4, name, "end"),
        ...values.flatMap((value, index) => {
          if (value === null) return [];
          const y = middle + (index - (values.length - 1) / 2) * 9;
          const ends = [x(value.mean - value.deviation), x(value.mean + value.deviation)] as const;
          return [line([ends[0], y], [ends[1], y], colourOf(index)), circle(x(value.mean), y, colourOf(index))];
        }),
      ];
    }),
    ...series.flatMap((name, index) => [
      circle(width - area.right + 20, area.top + 12 + index * 22, colourOf(index)),
      text(width - area.right + 32, area.top + 16 + index * 22, name, "start"),
    ]),
  ];
  return svg({ width, height, title, parts });
}
