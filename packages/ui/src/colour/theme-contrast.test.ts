import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Rgb } from "./interpolate.ts";
import { contrastRatio } from "./relative-luminance.ts";

const css = readFileSync(new URL("../styles.css", import.meta.url), "utf8");

/** The `--name: #rrggbb` tokens of the block that opens with `selector {`. */
function tokens(selector: string): Map<string, Rgb> {
  const block = css.split(new RegExp(`\\n *\\${selector} \\{`))[1]?.split("}")[0] ?? "";
  const found = [...block.matchAll(/--([\w-]+): #([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});/g)];
  return new Map(found.map(([, name = "", ...hex]) => [name, [hex2(hex[0]), hex2(hex[1]), hex2(hex[2])]]));
}

function hex2(text: string | undefined): number {
  return Number.parseInt(text ?? "", 16);
}

const text: [string, string][] = [
  ["foreground", "background"],
  ["foreground", "card"],
  ["foreground", "muted"],
  ["foreground", "danger-surface"],
  ["muted-foreground", "background"],
  ["muted-foreground", "card"],
  ["muted-foreground", "muted"],
  ["primary", "background"],
  ["primary", "card"],
  ["primary-foreground", "primary"],
  ["primary-foreground", "primary-hover"],
  ["accent-foreground", "accent"],
  ["muted-foreground", "accent"],
  ["warning", "warning-surface"],
  ["warning", "card"],
  ["danger", "danger-surface"],
  ["danger", "card"],
  ["danger", "background"],
  ["danger-foreground", "danger"],
  ["success", "success-surface"],
  ["success", "card"],
];

const marks: [string, string][] = [
  ["input", "card"],
  ["input", "background"],
  ["ring", "background"],
  ["ring", "card"],
  ["positive", "muted"],
  ["negative", "muted"],
];

describe.each([":root", ".dark"])("theme %s", (selector) => {
  const theme = tokens(selector);
  const ratio = (front: string, back: string) => {
    const [a, b] = [theme.get(front), theme.get(back)];
    if (!a || !b) throw new Error(`${selector} lacks --${a ? back : front}`);
    return contrastRatio(a, b);
  };

  it.each(text)("text %s reads on %s (AA, 4.5 : 1)", (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("mark %s shows on %s (3 : 1)", (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3);
  });
});
