import { createRequire } from "node:module";

/** What the decoders of @cornerstonejs have in common: C++ in WebAssembly. */
interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned?: boolean };
  delete(): void;
}

export interface DecodedStream {
  /** Little-endian samples of 1 or 2 bytes, colour pixel by pixel. */
  bytes: Uint8Array;
  width: number;
  height: number;
  bits: number;
  components: number;
  isSigned: boolean;
}

export type WasmCodec = "openjpeg" | "openjph" | "charls" | "jpeg";

const require = createRequire(import.meta.url);

const CODECS: Record<WasmCodec, { load: () => unknown; decoder: string }> = {
  openjpeg: { load: () => require("@cornerstonejs/codec-openjpeg/decodewasmjs"), decoder: "J2KDecoder" },
  openjph: { load: () => require("@cornerstonejs/codec-openjph/wasmjs"), decoder: "HTJ2KDecoder" },
  charls: { load: () => require("@cornerstonejs/codec-charls/decodewasmjs"), decoder: "JpegLSDecoder" },
  jpeg: { load: () => require("@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs"), decoder: "JPEGDecoder" },
};

const loaded = new Map<WasmCodec, Promise<unknown>>();

/**
 * Decodes a compressed stream. A decoder that has failed is thrown away with its memory: C++ that has aborted may not be
 * called again.
 *
 * @throws Error with the decoder's message
 */
export async function decodeStream(codec: WasmCodec, stream: Uint8Array): Promise<DecodedStream> {
  const { load, decoder: name } = CODECS[codec];
  const instance = loaded.get(codec) ?? startModule(load());
  loaded.set(codec, instance);
  const exported = await instance;
  const Decoder: new () => WasmDecoder = Object(exported)[name];
  try {
    const decoder = new Decoder();
    decoder.getEncodedBuffer(stream.length).set(stream);
    decoder.decode();
    const { width, height, bitsPerSample, componentCount, isSigned = false } = decoder.getFrameInfo();
    const bytes = Uint8Array.from(decoder.getDecodedBuffer());
    decoder.delete();
    return { bytes, width, height, bits: bitsPerSample, components: componentCount, isSigned };
  } catch (cause) {
    loaded.delete(codec);
    throw new Error(messageOf(exported, cause), { cause });
  }
}

async function startModule(start: unknown): Promise<unknown> {
  if (typeof start !== "function") throw new TypeError("a codec's module exports its starter");
  // Warnings of damaged streams are told by the error that follows, or don't matter.
  return await start({ print: () => {}, printErr: () => {} });
}

/** C++ exceptions come as pointers. */
function messageOf(exported: unknown, cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  const toMessage: unknown = Object(exported)["getExceptionMessage"];
  if (typeof toMessage === "function") return String(toMessage(cause));
  return "the stream is damaged";
}
