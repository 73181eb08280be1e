import { expect, it } from "vitest";
import { type ComposingCases, packComposingCases, unpackComposingCases } from "./composing-cases.ts";

const cases: ComposingCases = {
  ...{ modelHash: "a", dataHash: null, classes: ["sano", "neumonía"], split: "VALIDATION", latentDim: 2, fitCount: 2 },
  evidence: { count: 9, subjects: 7 },
  ...{ indices: [4, 9, 11], labels: [0, 1, -1], subjects: [0, null, 1] },
  attributes: [{ name: "etiqueta", values: ["no", "sí"], of: [0, 1, -1] }],
  codes: Float32Array.of(0.5, -1, 2, 3.25, 0, 1),
};

it("comes back as it was sent, whatever the header's length in bytes", () => {
  for (const name of ["é", "éa", "éab", "éabc"]) {
    const sent = { ...cases, attributes: cases.attributes.map((one) => ({ ...one, name })) };
    expect(unpackComposingCases(packComposingCases(sent).buffer)).toEqual(sent);
  }
});

it("is refused when codes are missing", () => {
  const short = packComposingCases(cases).buffer.slice(0, -8);
  expect(() => unpackComposingCases(short)).toThrow("4 numbers of codes, expected 6");
});
