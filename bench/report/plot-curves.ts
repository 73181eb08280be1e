/** One line of a plot: points from left to right. */
export interface Curve {
  name: string;
  points: { mean: number; deviation: number }[];
}

interface Plot {
  title: string;
  yTitle: string;
  /** Names of the places along x, which are evenly spaced. */
  places: readonly string[];
  curves: readonly Curve[];
  /** Between two lines of the scale, .05 unless given. */
  tickStep?: number;
}

const [width, height] = [720, 420];
const area = { left: 64, right: 190, top: 44, bottom: 48 };
/** Colours that those who see no red or green tell apart (Okabe & Ito 2008). */
const colours = ["#000000", "#0072b2", "#56b4e9", "#d55e00", "#009e73", "#cc79a7"];

/** A line chart as SVG with bars of one standard deviation, on white so that it can be read on any page. */
export function plotCurves({ title, yTitle, places, curves, tickStep = 0.05 }: Plot): string {
  const values = curves.flatMap(({ points }) => points.flatMap((p) => [p.mean - p.deviation, p.mean + p.deviation]));
  const low = Math.floor(Math.min(...values) / tickStep) * tickStep;
  const high = Math.max(low + tickStep, Math.ceil(Math.max(...values) / tickStep) * tickStep);
  const x = (place: number): number => area.left + ((place + 0.5) / places.length) * (width - area.left - area.right);
  const y = (value: number): number =>
    height - area.bottom - ((value - low) / (high - low)) * (height - area.top - area.bottom);
  const ticks = Array.from({ length: Math.round((high - low) / tickStep) + 1 }, (_, index) => low + index * tickStep);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(area.left, 24, title, "start"),
    `<g transform="rotate(-90)">${text(-(area.top + height - area.bottom) / 2, 18, yTitle, "middle")}</g>`,
    ...ticks.flatMap((tick) => [
      line([area.left, y(tick)], [width - area.right, y(tick)], "#ddd"),
      text(area.left - 8, y(tick) + 4, tick.toFixed(tickStep < 1 ? 2 : 0), "end"),
    ]),
    ...places.map((name, place) => text(x(place), height - area.bottom + 20, name, "middle")),
    ...curves.flatMap(({ name, points }, index) => {
      const colour = colours[index % colours.length] ?? "#000000";
      // A little apart, so that bars don't hide one another.
      const shift = (index - (curves.length - 1) / 2) * 5;
      const path = points.map(({ mean }, place) => `${at(x(place) + shift)},${at(y(mean))}`).join(" ");
      const [left, row] = [width - area.right + 16, area.top + 12 + index * 22];
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...points.flatMap(({ mean, deviation }, place) => [
          line([x(place) + shift, y(mean - deviation)], [x(place) + shift, y(mean + deviation)], colour),
          `<circle cx="${at(x(place) + shift)}" cy="${at(y(mean))}" r="3.5" fill="${colour}"/>`,
        ]),
        line([left, row], [left + 22, row], colour),
        text(left + 30, row + 4, name, "start"),
      ];
    }),
    "</svg>\n",
  ].join("\n");
}

function line([x1, y1]: [number, number], [x2, y2]: [number, number], colour: string): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}"/>`;
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="#222">${escaped(content)}</text>`;
}

function at(value: number): string {
  return value.toFixed(1);
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
