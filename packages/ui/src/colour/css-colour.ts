import type { Rgb } from "./interpolate.ts";

/** As CSS writes it. */
export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
