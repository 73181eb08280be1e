import { z } from "zod";
import type { HostTensor } from "../network/fold-weights.ts";
import { codecs, type Dtype, dtypes } from "./dtype.ts";
import { InvalidWeights } from "./invalid-weights.ts";

const entry = z.strictObject({
  dtype: z.enum(dtypes),
  shape: z.array(z.int().nonnegative()).max(8),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
const metadata = z.record(z.string(), z.string());

const metadataKey = "__metadata__";
const prefixBytes = 8;
const alignment = 8;
/** Ours are a few kilobytes; a longer header is an attack or an accident. */
const largestHeaderBytes = 4_000_000;

/** A tensor with the type that its values have in a file; at hand they are float32, which holds each of them exactly. */
export interface StoredTensor extends HostTensor {
  dtype: Dtype;
}

export interface Safetensors {
  tensors: Map<string, StoredTensor>;
  metadata: Record<string, string>;
}

/**
 * The safetensors format: length of the header as little-endian uint64, JSON header, values one after another. Tensors of four bytes
 * a value come first, so that each is aligned, and within a type names are in their sorted order: the same tensors always give the same
 * bytes.
 * @param tensors float32 unless they say otherwise
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, HostTensor & { dtype?: Dtype }>,
  info: Record<string, string> = {},
): Uint8Array {
  // Entries, not assignments: a tensor may be named "__proto__".
  const header: [string, unknown][] = [[metadataKey, info]];
  let offset = 0;
  const ordered = inFileOrder(tensors);
  for (const [name, { dtype, shape, values }] of ordered) {
    if (values.length !== product(shape)) {
      throw new InvalidWeights(
        `Tensor ${name} has ${values.length} values, its shape [${shape.join(", ")}] needs ${product(shape)}.`,
      );
    }
    const end = offset + codecs[dtype].bytes * values.length;
    header.push([name, { dtype, shape, data_offsets: [offset, end] }]);
    offset = end;
  }
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const headerBytes = Math.ceil(text.length / alignment) * alignment;
  const bytes = new Uint8Array(prefixBytes + headerBytes + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, prefixBytes, prefixBytes + headerBytes);
  bytes.set(text, prefixBytes);
  let place = prefixBytes + headerBytes;
  for (const [, { dtype, values }] of ordered) {
    for (const value of values) {
      codecs[dtype].write(view, place, value);
      place += codecs[dtype].bytes;
    }
  }
  return bytes;
}

function inFileOrder(tensors: ReadonlyMap<string, HostTensor & { dtype?: Dtype }>): [string, StoredTensor][] {
  const named = [...tensors].map(([name, tensor]): [string, StoredTensor] => [name, { dtype: "F32", ...tensor }]);
  return named.sort(([a, { dtype: typeOfA }], [b, { dtype: typeOfB }]) => {
    const bySize = codecs[typeOfB].bytes - codecs[typeOfA].bytes;
    if (bySize !== 0) return bySize;
    return a < b ? -1 : 1;
  });
}

/** Reads what `writeSafetensors` writes. Throws InvalidWeights for anything else: overlaps, gaps, other types, odd sizes. */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const { header, start } = readHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors = new Map<string, StoredTensor>();
  const spans: [number, number][] = [];
  let info: Record<string, string> = {};
  for (const [name, value] of Object.entries(header)) {
    if (name === metadataKey) {
      info = parsed(metadata, value, "metadata");
      continue;
    }
    const { dtype, shape, data_offsets } = parsed(entry, value, `tensor ${name}`);
    const [begin, end] = data_offsets;
    const { bytes: width, read } = codecs[dtype];
    if (end - begin !== width * product(shape) || start + end > bytes.length) {
      throw new InvalidWeights(
        `Tensor ${name} of shape [${shape.join(", ")}] and type ${dtype} is said to lie at bytes ${begin}–${end} of ${bytes.length - start}.`,
      );
    }
    const values = new Float32Array(product(shape));
    for (let index = 0; index < values.length; index++) values[index] = read(view, start + begin + width * index);
    tensors.set(name, { dtype, shape, values });
    spans.push([begin, end]);
  }
  checkSpans(spans, bytes.length - start);
  return { tensors, metadata: info };
}

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  if (bytes.length < prefixBytes) throw new InvalidWeights(`A weights file of ${bytes.length} bytes is too short.`);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const start = prefixBytes + length;
  if (length > largestHeaderBytes || start > bytes.length) {
    throw new InvalidWeights(`The weights file says its header is ${length} bytes; it has ${bytes.length} in all.`);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(prefixBytes, start));
    const header: unknown = JSON.parse(text);
    if (!isJsonObject(header)) throw new TypeError("not an object");
    return { header, start };
  } catch (cause) {
    throw new InvalidWeights("The header of the weights file is not a JSON object.", { cause });
  }
}

/** Not zod's record, which drops a key named "__proto__". */
function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tensors must fill the data without gap or overlap. */
function checkSpans(spans: [number, number][], size: number): void {
  let expected = 0;
  for (const [begin, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (begin !== expected) throw new InvalidWeights(`The weights overlap or leave a gap at byte ${expected}.`);
    expected = end;
  }
  if (expected !== size)
    throw new InvalidWeights(`The weights file has ${size} bytes of values; its header names ${expected}.`);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidWeights(
    `The header of the weights file describes ${what} wrongly: ${z.prettifyError(result.error)}`,
  );
}

function product(shape: number[]): number {
  return shape.reduce((size, side) => size * side, 1);
}
