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

/**
 * Decodes a PNG or JPEG in the page (nothing is sent anywhere) and cuts out its middle square. The model's own code
 * brings it to the model's size, as it does with training images.
 *
 * @throws ImageFileError when the file is no PNG or JPEG, over 64 MiB, or can't be decoded.
 */
export async function readImageFile(file: File): Promise<ImageBytes> {
  if (!ACCEPTED.includes(file.type)) throw new ImageFileError("notAnImage", file.name);
  if (file.size > LARGEST_FILE_BYTES) throw new ImageFileError("tooLarge", file.name);
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new ImageFileError("unreadable", file.name);
  });
  try {
    const side = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement("canvas");
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new ImageFileError("unreadable", file.name);
    context.drawImage(bitmap, -Math.round((bitmap.width - side) / 2), -Math.round((bitmap.height - side) / 2));
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

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let pixel = 0; pixel < rgba.length / 4; pixel++) rgb.set(rgba.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  return rgb;
}
