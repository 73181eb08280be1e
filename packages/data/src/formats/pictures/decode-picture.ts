import sharp, { type Metadata, type Sharp } from "sharp";
import { DataError } from "../../data-error.ts";
import type { Picture, PictureSize } from "../records/image-record.ts";
import { imageKind } from "./image-kind.ts";

/** A whole slide is larger; it has to be cut into tiles first. */
export const MAX_PIXELS = 64 * 1024 ** 2;

/** Where a picture is, for messages. */
export interface PicturePlace {
  file: string;
  key: string;
}

/** What a picture's header says. @throws DataError `bad-image`, `too-large` */
export async function readPictureSize(bytes: Uint8Array, place: PicturePlace): Promise<PictureSize> {
  const { width, height, channels } = await readMetadata(open(bytes, place), place);
  return { width, height, channels: channels > 2 ? 3 : 1 };
}

/**
 * Decodes a PNG, JPEG or TIFF into gray or colour of 8 bits: 16 bits are divided by 257, transparency is laid on black, and
 * the orientation of a camera is carried out.
 *
 * @throws DataError `bad-image` for what is none or is damaged, `too-large` for more than 64 megapixels
 */
export async function decodePicture(bytes: Uint8Array, place: PicturePlace): Promise<Picture> {
  const image = open(bytes, place);
  const { channels: stored } = await readMetadata(image, place);
  const channels = stored > 2 ? 3 : 1;
  const plain = image.flatten({ background: "black" }).toColourspace(channels === 3 ? "srgb" : "b-w");
  const { data, info } = await decoded(plain.raw({ depth: "uchar" }), place);
  return { width: info.width, height: info.height, channels, pixels: data };
}

/**
 * Decodes a gray image as the numbers that it holds, such as a mask's: 8 or 16 bits, unscaled.
 *
 * @throws DataError as `decodePicture`; `wrong-masks` for colour
 */
export async function decodeNumbersPicture(
  bytes: Uint8Array,
  place: PicturePlace,
): Promise<{ width: number; height: number; values: Uint8Array | Uint16Array }> {
  const image = open(bytes, place);
  const { channels, depth } = await readMetadata(image, place);
  if (channels !== 1) {
    const found = `${channels} channels`;
    const advice = "Save the number of each pixel's class, not its colour.";
    throw new DataError({ code: "wrong-masks", ...place, expected: "a gray mask", found, advice });
  }
  const isWide = depth === "ushort";
  const raw = isWide ? image.toColourspace("grey16").raw({ depth: "ushort" }) : image.toColourspace("b-w").raw();
  const { data, info } = await decoded(raw, place);
  const { width, height } = info;
  if (!isWide) return { width, height, values: data };
  return { width, height, values: new Uint16Array(data.buffer, data.byteOffset, width * height) };
}

function open(bytes: Uint8Array, place: PicturePlace): Sharp {
  if (imageKind(bytes) === null) throw bad(place, "a PNG, JPEG or TIFF image", describeStart(bytes));
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", autoOrient: true });
}

async function readMetadata(image: Sharp, place: PicturePlace): Promise<Metadata & { width: number; height: number }> {
  const metadata = await image.metadata().catch((cause: unknown) => {
    throw translate(cause, place);
  });
  if ((metadata.pages ?? 1) > 1) {
    throw bad(place, "one image in a file", `${metadata.pages} pages`, "Save every page in a file of its own.");
  }
  // limitInputPixels is only held against what is decoded.
  if (metadata.width * metadata.height > MAX_PIXELS) throw flood(place, `${metadata.width} × ${metadata.height}`);
  const turned = metadata.autoOrient;
  return { ...metadata, width: turned.width, height: turned.height };
}

async function decoded(image: Sharp, place: PicturePlace) {
  return await image.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
    throw translate(cause, place);
  });
}

function translate(cause: unknown, place: PicturePlace): DataError {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/pixel limit/i.test(message)) return flood(place, "more", cause);
  return bad(place, "an intact image", message.split("\n")[0] ?? "damage", undefined, cause);
}

function flood(place: PicturePlace, found: string, cause?: unknown): DataError {
  const expected = `at most ${MAX_PIXELS / 1024 ** 2} megapixels`;
  const advice = "Cut it into tiles, or save it smaller.";
  return new DataError({ code: "too-large", ...place, expected, found, advice, cause });
}

function bad(place: PicturePlace, expected: string, found: string, advice?: string, cause?: unknown): DataError {
  const usual = "Open it in a viewer and save it again as PNG, or leave it out.";
  return new DataError({ code: "bad-image", ...place, expected, found, advice: advice ?? usual, cause });
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return "an empty file";
  const text = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart().toLowerCase();
  if (text.includes("<svg")) return "an SVG drawing";
  if (text.startsWith("<!doctype html") || text.startsWith("<html")) return "an HTML page";
  return "something that is none";
}
