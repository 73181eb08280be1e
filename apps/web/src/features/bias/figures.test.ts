import { expect, test } from "vitest";
import { figureAnchor, readFigure, writeFigure } from "./figures.ts";

test("a figure's name is read as it was written, whatever its attribute is called", () => {
  for (const figure of [{ kind: "plane" }, { kind: "groups", attribute: "site: north × sex" }] as const) {
    expect(readFigure(writeFigure(figure))).toEqual(figure);
  }
  expect(readFigure("weather")).toBeNull();
});

test("an anchor is one word", () => {
  expect(figureAnchor({ kind: "groups", attribute: "age band" })).toBe("figure-groups%3Aage%20band");
});
