import type { ImageBytes } from "./picture.ts";

/** Why a dropped file is not shown; the page says it in the reader's language. */
export type ImageFileErrorCode = "notAnImage" | "tooLarge" | "unreadable";

export class ImageFileError extends Error {
  readonly code: ImageFileErrorCode;
  readonly fileName: string;
  constructor(code: ImageFileErrorCode, fileName: string) {
    super(`${fileName}: ${code}`);
    this.name = "ImageFileError";
    this.code = code;
    this.fileName = fileName;
  }
}

const ACCEPTED = ["image/png", "image/jpeg"];
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
/** Decoded, it would take 400 MB of the visitor's memory. */
const MOST_PIXELS = 100e6;
/** Far above what any model reads; the pixels of a scan of 10,000 would keep the page from answering for seconds. */
const LARGEST_SIDE = 2048;

/**
 * Decodes a PNG or JPEG in the page (nothing is sent anywhere) and cuts out its middle square. The model's own code
 * brings it to the model's size, as it does with training images; the browser shrinks only what is far larger than that.
 * What is see-through is shown on black.
 *
 * @throws ImageFileError when the file is no PNG or JPEG, over 64 MiB or 100 megapixels, or can't be decoded.
 */
export async function readImageFile(file: File): Promise<ImageBytes> {
  if (!ACCEPTED.includes(file.type)) throw new ImageFileError("notAnImage", file.name);
  if (file.size > LARGEST_FILE_BYTES) throw new ImageFileError("tooLarge", file.name);
  if ((await countPixels(file)) > MOST_PIXELS) throw new ImageFileError("tooLarge", file.name);
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new ImageFileError("unreadable", file.name);
  });
  try {
    const cut = Math.min(bitmap.width, bitmap.height);
    const side = Math.min(cut, LARGEST_SIDE);
    const canvas = document.createElement("canvas");
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (!context) throw new ImageFileError("unreadable", file.name);
    context.imageSmoothingQuality = "high";
    const [left, top] = [Math.round((bitmap.width - cut) / 2), Math.round((bitmap.height - cut) / 2)];
    context.drawImage(bitmap, left, top, cut, cut, 0, 0, side, side);
    return {
      images: withoutAlpha(context.getImageData(0, 0, side, side).data),
      height: side,
      width: side,
      channels: 3,
    };
  } finally {
    bitmap.close();
  }
}

/** From the file's header alone: an image element tells its size before anything is decoded. */
async function countPixels(file: File): Promise<number> {
  const image = new Image();
  const address = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = () => reject(new ImageFileError("unreadable", file.name));
      image.src = address;
    });
    return image.naturalWidth * image.naturalHeight;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
