import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidWeights } from "./invalid-weights.ts";
import { readSafetensors, writeSafetensors } from "./safetensors.ts";

const encode = (header: unknown, values: number[] = []): Uint8Array => {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + 4 * values.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  values.forEach((value, index) => {
    new DataView(bytes.buffer).setFloat32(8 + text.length + 4 * index, value, true);
  });
  return bytes;
};

describe("safetensors", () => {
  it("reads back what it wrote, bit for bit", () => {
    const tensor = fc.array(fc.float(), { minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name !== "__metadata__"),
          tensor,
        ),
        (tensors) => {
          const given = new Map(
            Object.entries(tensors).map(([name, values]) => [
              name,
              { dtype: "F32" as const, shape: [values.length], values: new Float32Array(values) },
            ]),
          );
          const read = readSafetensors(writeSafetensors(given, { step: "7" }));
          expect(read.metadata).toEqual({ step: "7" });
          expect(new Map(read.tensors)).toEqual(given);
        },
      ),
    );
  });

  it("keeps a tensor whose name is that of an object's prototype", () => {
    const given = new Map([["__proto__", { dtype: "F32" as const, shape: [1], values: new Float32Array([1]) }]]);
    expect(readSafetensors(writeSafetensors(given)).tensors).toEqual(given);
  });

  it("writes the same bytes whatever the order of tensors", () => {
    const a = { shape: [2], values: new Float32Array([1, 2]) };
    const b = { shape: [1, 1], values: new Float32Array([3]) };
    const written = writeSafetensors(
      new Map([
        ["a", a],
        ["b", b],
      ]),
    );
    expect(
      writeSafetensors(
        new Map([
          ["b", b],
          ["a", a],
        ]),
      ),
    ).toEqual(written);
    expect((written.length - 4 * 3) % 8).toBe(0);
  });

  it("reads a file laid out by the published description", () => {
    const bytes = encode({ w: { dtype: "F32", shape: [2], data_offsets: [0, 8] } }, [1.5, -2]);
    expect(readSafetensors(bytes).tensors.get("w")).toEqual({
      dtype: "F32",
      shape: [2],
      values: new Float32Array([1.5, -2]),
    });
  });

  it("keeps 16-bit floating-point numbers and 8-bit whole numbers, four-byte values first", () => {
    const given = new Map([
      ["a", { dtype: "I8" as const, shape: [3], values: new Float32Array([-127, 0, 127]) }],
      ["b", { dtype: "F16" as const, shape: [2], values: new Float32Array([0.5, -2]) }],
      ["c", { dtype: "F32" as const, shape: [1], values: new Float32Array([0.1]) }],
    ]);
    const bytes = writeSafetensors(given);
    expect(readSafetensors(bytes).tensors).toEqual(given);
    expect([...bytes.slice(-7)]).toEqual([0x00, 0x38, 0x00, 0xc0, 0x81, 0x00, 0x7f]);
  });

  const entry = (change: object): object => ({ w: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...change } });
  it.each([
    ["an empty file", new Uint8Array(), "too short"],
    ["an absurd header length", new Uint8Array(16).fill(255), "says its header is"],
    ["a header that is no JSON", encode("{oops"), "not a JSON object"],
    ["a header that is a list", encode([]), "not a JSON object"],
    ["another type", encode(entry({ dtype: "F64" }), [1, 2]), "tensor w wrongly"],
    ["an unknown key", encode(entry({ code: "x" }), [1, 2]), "tensor w wrongly"],
    ["a negative side", encode(entry({ shape: [-2] }), [1, 2]), "tensor w wrongly"],
    ["a shape of another size", encode(entry({ shape: [3] }), [1, 2]), "shape [3]"],
    ["values past the end", encode(entry({}), [1]), "bytes 0–8 of 4"],
    ["values without a name", encode(entry({}), [1, 2, 3]), "12 bytes of values"],
    ["a gap", encode(entry({ data_offsets: [4, 12] }), [1, 2, 3]), "gap at byte 0"],
    [
      "an overlap",
      encode({ ...entry({}), v: { dtype: "F32", shape: [2], data_offsets: [4, 12] } }, [1, 2, 3]),
      "overlap or leave a gap",
    ],
  ])("refuses %s", (_what, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(InvalidWeights);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });

  it("refuses to write a tensor whose values don't fill its shape", () => {
    expect(() => writeSafetensors(new Map([["w", { shape: [3], values: new Float32Array(2) }]]))).toThrow("needs 3");
  });
});
