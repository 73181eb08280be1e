import { z } from "zod";

const header = z.object({
  /** SHA-256 of the model's weights, and of the images and labels. */
  modelHash: z.string(),
  dataHash: z.string().nullable(),
  classes: z.array(z.string()),
  /** What the preset says that it was fitted on. */
  split: z.enum(["VALIDATION", "ALL"]),
  latentDim: z.int().positive(),
  /** The first so many rows are fitted on; the others choose the strength. */
  fitCount: z.int().nonnegative(),
  /** Images that are kept for the evidence: how many, and of how many subjects. */
  evidence: z.object({ count: z.int(), subjects: z.int() }),
  /** `[n]` places in the data set version. */
  indices: z.array(z.int()),
  /** `[n]`, −1 where there is no label */
  labels: z.array(z.int()),
  /** `[n]` numbers that stand for subjects, null for somebody of their own; null where nobody is named. */
  subjects: z.array(z.int().nullable()).nullable(),
  attributes: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.string()),
      /** `[n]`, −1 where it is missing */
      of: z.array(z.int()),
    }),
  ),
});

/** What a preset is composed from in the browser: the codes of images to fit it on and to choose its strength on. */
export interface ComposingCases extends z.infer<typeof header> {
  /** mu `[n, latentDim]` */
  codes: Float32Array;
}

const lengthBytes = 4;

/** One answer: the length of a JSON header, the header (padded to four bytes), the codes as float32 little-endian. */
export function packComposingCases({ codes, ...rest }: ComposingCases): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(rest));
  const headerBytes = Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(lengthBytes + headerBytes + codes.byteLength);
  new DataView(bytes.buffer).setUint32(0, headerBytes, true);
  bytes.fill(0x20, lengthBytes, lengthBytes + headerBytes);
  bytes.set(text, lengthBytes);
  bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), lengthBytes + headerBytes);
  return bytes;
}

/** Reads what `packComposingCases` wrote. @throws RangeError when the codes are not one row an image; ZodError for a wrong header */
export function unpackComposingCases(buffer: ArrayBuffer): ComposingCases {
  const headerBytes = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, lengthBytes, headerBytes));
  const cases = header.parse(JSON.parse(text));
  const codes = new Float32Array(buffer, lengthBytes + headerBytes);
  const expected = cases.indices.length * cases.latentDim;
  if (codes.length !== expected) throw new RangeError(`${codes.length} numbers of codes, expected ${expected}.`);
  return { ...cases, codes };
}
