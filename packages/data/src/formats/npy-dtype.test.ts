import { describe, expect, it } from "vitest";
import { decodeNumbers, dtypeSize, isIntegerDtype, isNpyDtype, isTextDtype } from "./npy-dtype.ts";

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe("decodeNumbers", () => {
  it("reads every allowed type, little-endian", () => {
    expect([...decodeNumbers(Uint8Array.of(0, 1), "|b1")]).toEqual([0, 1]);
    expect([...decodeNumbers(Uint8Array.of(0, 255), "|u1")]).toEqual([0, 255]);
    expect([...decodeNumbers(Uint8Array.of(0, 255), "|i1")]).toEqual([0, -1]);
    expect([...decodeNumbers(Uint8Array.of(1, 2), "<u2")]).toEqual([513]);
    expect([...decodeNumbers(bytesOf(Int16Array.of(-2)), "<i2")]).toEqual([-2]);
    expect([...decodeNumbers(bytesOf(Uint32Array.of(4e9)), "<u4")]).toEqual([4e9]);
    expect([...decodeNumbers(bytesOf(Int32Array.of(-7)), "<i4")]).toEqual([-7]);
    expect([...decodeNumbers(bytesOf(BigInt64Array.of(-9n)), "<i8")]).toEqual([-9]);
    expect([...decodeNumbers(bytesOf(BigUint64Array.of(9n)), "<u8")]).toEqual([9]);
    expect([...decodeNumbers(bytesOf(Float32Array.of(0.5)), "<f4")]).toEqual([0.5]);
    expect([...decodeNumbers(bytesOf(Float64Array.of(0.1)), "<f8")]).toEqual([0.1]);
  });

  it("reads from the middle of a buffer", () => {
    expect([...decodeNumbers(Uint8Array.of(9, 1, 0, 2, 0).subarray(1), "<u2")]).toEqual([1, 2]);
  });
});

describe("isNpyDtype", () => {
  it("allows only what it knows", () => {
    expect(isNpyDtype("<f8") && dtypeSize("<f8") === 8 && !isIntegerDtype("<f8")).toBe(true);
    expect(isNpyDtype("|O") || isNpyDtype("toString") || isNpyDtype(">u2")).toBe(false);
    expect(isTextDtype("<U12") && dtypeSize("<U12") === 48 && !isIntegerDtype("<U12")).toBe(true);
    for (const other of ["<U0", "<U", ">U4", "|S4", "<U99999", "<U-1", "<U1.5"]) expect(isNpyDtype(other)).toBe(false);
  });
});
