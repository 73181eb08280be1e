import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLabLink, writeLabLink } from "./lab-link.ts";
import { initialLabState, type LabState, roundOffset } from "./lab-state.ts";

const source = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant("sample" as const), index: fc.nat(999_999_999) }),
  fc.record({ kind: fc.constant("drawn" as const), seed: fc.nat(999_999_999) }),
);
const offsets = fc
  .array(fc.tuple(fc.nat(255), fc.double({ min: -9, max: 9, noNaN: true })), { maxLength: 64 })
  .map(
    (pairs) =>
      new Map(pairs.map(([latent, offset]) => [latent, roundOffset(offset)] as const).filter(([, o]) => o !== 0)),
  );
const state: fc.Arbitrary<LabState> = fc.record({
  source,
  classIndex: fc.oneof(fc.constant(null), fc.nat(20)),
  offsets,
  attention: fc.boolean(),
  difference: fc.constantFrom("change" as const, "loss" as const),
  order: fc.constantFrom("effect" as const, "influence" as const, "number" as const),
  preset: fc.option(
    fc.record({
      slug: fc.constantFrom("tag", "scanner-tag-2"),
      alpha: fc.integer({ min: 0, max: 20 }).map((steps) => Math.round(steps * 5) / 100),
    }),
  ),
});

describe("the lab's link", () => {
  it("restores every state exactly", () => {
    fc.assert(
      fc.property(state, (before) => {
        expect(readLabLink(writeLabLink(before))).toEqual(before);
      }),
    );
  });

  it("needs no escaping, so that it stays short when it is pasted", () => {
    fc.assert(
      fc.property(state, (any) => {
        expect(writeLabLink(any)).not.toContain("%");
      }),
    );
  });

  it("is empty at the start", () => {
    expect(writeLabLink(initialLabState)).toBe("");
  });

  it("leaves an own image out", () => {
    expect(writeLabLink({ ...initialLabState, source: { kind: "own", name: "patient.png" } })).toBe("");
  });

  it("takes no strength beyond the whole of a preset", () => {
    expect(readLabLink("p=tag_1.5").preset).toBeNull();
    expect(readLabLink("p=tag_0.35").preset).toEqual({ slug: "tag", alpha: 0.35 });
  });

  it("never throws, and ignores what makes no sense", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readLabLink(text)).not.toThrow();
      }),
    );
    expect(readLabLink("s=-1&k=x&z=3_99*4_1.5*a_1&m=no&o=?").offsets).toEqual(new Map([[4, 1.5]]));
    expect(readLabLink("s=-1&k=x").source).toBeNull();
  });
});
