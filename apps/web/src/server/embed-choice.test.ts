import { expect, it } from "vitest";
import { embedChoice } from "./embed-choice.ts";

it.each([
  ["", null, null],
  ["lang=es&theme=dark", "es", "dark"],
  ["lang=de&theme=sepia", null, null],
  ["theme=light", null, "light"],
])("%j asks for %j and %j", (address, locale, theme) => {
  expect(embedChoice(new URLSearchParams(address))).toEqual({ locale, theme });
});
