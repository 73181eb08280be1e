import sharp from "sharp";
import { IGNORED_PIXEL, type ImageBox } from "../../image-source.ts";
import type { Picture, PictureMask, PictureSize } from "../records/image-record.ts";

/** How a picture lies in a frame of another size: scaled as a whole, in the middle, black around it. */
export interface Placement {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a picture of some size comes to lie in a frame; whole pixels. */
export function placeIn(frame: { width: number; height: number }, of: { width: number; height: number }): Placement {
  const scale = Math.min(frame.width / of.width, frame.height / of.height);
  const width = Math.min(frame.width, Math.max(1, Math.round(of.width * scale)));
  const height = Math.min(frame.height, Math.max(1, Math.round(of.height * scale)));
  return { left: Math.floor((frame.width - width) / 2), top: Math.floor((frame.height - height) / 2), width, height };
}

/** @returns uint8 `[frame.height, frame.width, frame.channels]`: Lanczos; gray by Rec. 709 luma, colour by repeating gray */
export async function fitPicture(picture: Picture, frame: PictureSize): Promise<Uint8Array> {
  const { width, height, channels, pixels } = picture;
  if (width === frame.width && height === frame.height && channels === frame.channels) return pixels;
  const place = placeIn(frame, picture);
  const fitted = await sharp(pixels, { raw: { width, height, channels } })
    .resize(place.width, place.height, { kernel: "lanczos3", fit: "fill" })
    .toColourspace(frame.channels === 3 ? "srgb" : "b-w")
    .raw()
    .toBuffer();
  return pasted(fitted, place, frame);
}

/** @returns uint8 `[frame.height, frame.width]`: nearest pixel; what the picture does not cover is not known */
export function fitMask(mask: PictureMask, frame: { width: number; height: number }): Uint8Array {
  if (mask.width === frame.width && mask.height === frame.height) return mask.classes;
  const place = placeIn(frame, mask);
  const out = new Uint8Array(frame.width * frame.height).fill(IGNORED_PIXEL);
  for (let y = 0; y < place.height; y++) {
    const fromRow = Math.min(mask.height - 1, Math.floor(((y + 0.5) * mask.height) / place.height)) * mask.width;
    const toRow = (y + place.top) * frame.width + place.left;
    for (let x = 0; x < place.width; x++) {
      const column = Math.min(mask.width - 1, Math.floor(((x + 0.5) * mask.width) / place.width));
      out[toRow + x] = mask.classes[fromRow + column] ?? IGNORED_PIXEL;
    }
  }
  return out;
}

/** Boxes of a picture in pixels of the frame. */
export function fitBoxes(
  boxes: readonly ImageBox[],
  of: { width: number; height: number },
  frame: { width: number; height: number },
): ImageBox[] {
  if (of.width === frame.width && of.height === frame.height) return [...boxes];
  const place = placeIn(frame, of);
  const [x, y] = [place.width / of.width, place.height / of.height];
  return boxes.map(({ classIndex, left, top, width, height }) => {
    return { classIndex, left: place.left + left * x, top: place.top + top * y, width: width * x, height: height * y };
  });
}

function pasted(pixels: Uint8Array, place: Placement, frame: PictureSize): Uint8Array {
  if (place.width === frame.width && place.height === frame.height) return pixels;
  const out = new Uint8Array(frame.width * frame.height * frame.channels);
  const rowBytes = place.width * frame.channels;
  for (let y = 0; y < place.height; y++) {
    const at = ((y + place.top) * frame.width + place.left) * frame.channels;
    out.set(pixels.subarray(y * rowBytes, (y + 1) * rowBytes), at);
  }
  return out;
}
