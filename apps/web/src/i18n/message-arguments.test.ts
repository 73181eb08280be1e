import { describe, expect, it } from "vitest";
import { argumentsOf } from "./message-arguments.ts";

describe("argumentsOf", () => {
  it.each([
    ["plain", []],
    ["Hello {name}", ["name"]],
    ["{b} and {a} and {b}", ["a", "b"]],
    ["{count, plural, one {# image of {name}} other {# images}}", ["count:plural", "name"]],
    ["{share, number, percent}", ["share:number"]],
    ["{kind, select, a {x} other {{n, number} y}}", ["kind:select", "n:number"]],
    ["read <link>the docs</link>", ["<link>"]],
  ])("%s", (message, expected) => {
    expect(argumentsOf(message)).toEqual(expected);
  });

  it("refuses braces that don't match", () => {
    expect(() => argumentsOf("{open")).toThrow("Braces don't match");
  });
});
