import { z } from "zod";
import { fromBase64, toBase64 } from "../../bundle/base64.ts";

const numbers = z.base64();

/** Where the images of a data set lie by their codes, with what points are coloured by: point `i` is image `i`. */
export const latentMap = z.object({
  schema: z.literal("diaphane/latent-map@1"),
  method: z.enum(["pca", "umap"]),
  count: z.int(),
  /** float32 little-endian `[count, 2]` */
  positions: numbers,
  /** Shares of the variance on the two axes; null for UMAP, whose axes mean nothing. */
  explained: z.tuple([z.number(), z.number()]).nullable(),
  /** Labels (`attribute` null) and attributes: float32 `[count]`, numbers or places among `values`, NaN where unknown. */
  columns: z.array(z.object({ attribute: z.string().nullable(), values: z.array(z.string()), column: numbers })),
  /** float32 `[count]`: 1 where the model is wrong, 0 where right, NaN without a label; null when its classes are not the data's. */
  wrong: numbers.nullable(),
});
export type LatentMap = z.infer<typeof latentMap>;

export function packNumbers(values: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (let place = 0; place < values.length; place++) view.setFloat32(place * 4, values[place] ?? 0, true);
  return toBase64(new Uint8Array(view.buffer));
}

export function unpackNumbers(text: string): Float32Array<ArrayBuffer> {
  const view = new DataView(fromBase64(text).buffer);
  return Float32Array.from({ length: view.byteLength / 4 }, (_, place) => view.getFloat32(place * 4, true));
}
