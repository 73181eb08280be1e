import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type ContentCoding = "br" | "gzip";

/** Less is not worth a header. */
const leastBytes = 1024;

/** The better of the codings that an Accept-Encoding header takes (RFC 9110, 12.5.3); null where it takes neither. */
export function chooseCoding(acceptEncoding: string | null): ContentCoding | null {
  const accepted = (acceptEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((coding) => accepted.includes(coding)) ?? null;
}

/**
 * Compresses what is about to be sent: pixels are "application/octet-stream", which Next leaves as it is because it can't
 * know that they are not compressed yet. Null where it would save nothing.
 */
export async function compress(bytes: Uint8Array, coding: ContentCoding): Promise<Uint8Array<ArrayBuffer> | null> {
  if (bytes.byteLength < leastBytes) return null;
  const coded = coding === "br" ? await promisify(brotliCompress)(bytes, brotliOptions) : await promisify(gzip)(bytes);
  return coded.byteLength < bytes.byteLength ? new Uint8Array(coded) : null;
}

/** Higher levels take ten times as long for a few percent. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
