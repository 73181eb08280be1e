/** Colours that those who see no red or green tell apart (Okabe & Ito 2008). */
const colours = ["#000000", "#0072b2", "#56b4e9", "#d55e00", "#009e73", "#cc79a7", "#e69f00"];

export function colourOf(index: number): string {
  return colours[index % colours.length] ?? "#000000";
}

interface Drawing {
  width: number;
  height: number;
  title: string;
  parts: readonly string[];
}

/** A picture on white, so that it can be read on any page, with its title above. */
export function svg({ width, height, title, parts }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(64, 24, title, "start"),
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

export function line([x1, y1]: [number, number], [x2, y2]: [number, number], colour: string): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}"/>`;
}

export function circle(x: number, y: number, colour: string): string {
  return `<circle cx="${at(x)}" cy="${at(y)}" r="4" fill="${colour}"/>`;
}

export function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="#222">${escaped(content)}</text>`;
}

/** Text that is read from below. */
export function upright(x: number, y: number, content: string): string {
  return `<g transform="rotate(-90)">${text(-y, x, content, "middle")}</g>`;
}

/** A length in the picture's units. */
export function at(value: number): string {
  return value.toFixed(1);
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
