import { describe, expect, it } from "vitest";
import { DataError } from "../data-error.ts";
import { encodeNpy, encodeRawNpy } from "../testing/index.ts";
import { npyHeaderEnd, parseNpyHeader } from "./npy-header.ts";

const place = { file: "set.npz", key: "train_images" };
const parse = (header: string) => parseNpyHeader(encodeRawNpy(header, new Uint8Array()), place);

describe("parseNpyHeader", () => {
  it("reads what numpy writes", () => {
    const bytes = encodeNpy({ dtype: "<i8", shape: [3, 28, 28], data: new Uint8Array() });
    expect(parseNpyHeader(bytes, place)).toEqual({
      dtype: "<i8",
      shape: [3, 28, 28],
      dataOffset: 128,
      dataBytes: 18816,
    });
    expect(parse("{'descr': '|u1', 'fortran_order': False, 'shape': (), }").shape).toEqual([]);
    expect(parse("{'descr': '|u1', 'fortran_order': False, 'shape': (5,), }").shape).toEqual([5]);
    expect(parse("{'shape': (10L, 2), 'fortran_order': False, 'descr': '|b1'}").shape).toEqual([10, 2]);
  });

  it("reads versions 2.0 and 3.0, whose length takes four bytes", () => {
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (4,), }\n";
    for (const version of [2, 3]) {
      const bytes = new Uint8Array(12 + header.length);
      bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0, header.length, 0, 0, 0]);
      bytes.set(new TextEncoder().encode(header), 12);
      expect(parseNpyHeader(bytes, place)).toMatchObject({ shape: [4], dataOffset: bytes.length });
    }
  });

  it.each([
    ["object-array", "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }"],
    ["unsupported-dtype", "{'descr': '>i4', 'fortran_order': False, 'shape': (3,), }"],
    ["unsupported-dtype", "{'descr': '>U12', 'fortran_order': False, 'shape': (3,), }"],
    ["unsupported-dtype", "{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (3,), }"],
    ["fortran-order", "{'descr': '|u1', 'fortran_order': True, 'shape': (3, 28, 28), }"],
    ["too-large", "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999999, 999999999999999), }"],
    ["bad-header", "{'descr': '|u1', 'fortran_order': False, 'shape': (-3,), }"],
    ["bad-header", "{'descr': '|u1', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1), }"],
    ["bad-header", "{'descr': '|u1', 'fortran_order': False, }"],
    ["bad-header", "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (3,), }"],
    ["bad-header", "{'descr': '|u1', 'fortran_order': False, 'shape': __import__('os').getpid(), }"],
    ["bad-header", "not a dictionary"],
  ])("refuses with %s: %s", (code, header) => {
    expect(() => parse(header)).toThrow(expect.objectContaining({ name: "DataError", code, ...place }));
  });

  it("accepts Fortran order where it means the same bytes", () => {
    expect(parse("{'descr': '|u1', 'fortran_order': True, 'shape': (3, 1), }").shape).toEqual([3, 1]);
  });
});

describe("npyHeaderEnd", () => {
  it("refuses a header that claims gigabytes, before reading it", () => {
    const bytes = new Uint8Array([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0, 255, 255, 255, 127]);
    expect(() => npyHeaderEnd(bytes, place)).toThrow("at most 10000 bytes, found 2147483647 bytes");
  });

  it("refuses other signatures, other versions and too few bytes", () => {
    const bytes = encodeNpy({ dtype: "|u1", shape: [1], data: new Uint8Array(1) });
    expect(() => npyHeaderEnd(bytes.with(0, 0), place)).toThrow("signature");
    expect(() => npyHeaderEnd(bytes.with(6, 4), place)).toThrow("found 4.0");
    expect(() => npyHeaderEnd(bytes.subarray(0, 8), place)).toThrow(DataError);
  });
});
