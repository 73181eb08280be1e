import type { DataSet } from "dicom-parser";
import type { Picture } from "../records/image-record.ts";
import type { DecodedFrame } from "./decode-frame.ts";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import { modalityValues } from "./modality-values.ts";
import { paletteColours } from "./palette.ts";
import type { PixelHeader } from "./pixel-header.ts";
import { windowOf } from "./window.ts";

/** How many channels the picture of an image has. */
export function channelsOf({ samples, photometric }: PixelHeader): 1 | 3 {
  return samples === 3 || photometric === "PALETTE COLOR" ? 3 : 1;
}

/**
 * A frame as a screen shows it, 8 bits: modality LUT, then window (the first of the file's own, else from the least to the
 * greatest value), MONOCHROME1 inverted; palettes looked up; YBR turned into RGB.
 *
 * @throws DataError `bad-dicom`, `unsupported-pixels`
 */
export function toPicture(dataSet: DataSet, header: PixelHeader, frame: DecodedFrame, place: DicomPlace): Picture {
  const { rows: height, columns: width } = header;
  const { values, photometric } = frame;
  if (photometric === "PALETTE COLOR") {
    return { width, height, channels: 3, pixels: paletteColours(dataSet, values, place) };
  }
  if (header.samples === 3) {
    const bytes = toBytes(values, header);
    if (photometric === "RGB" || photometric === "YBR_RCT" || photometric === "YBR_ICT") {
      return { width, height, channels: 3, pixels: bytes };
    }
    if (photometric === "YBR_FULL") return { width, height, channels: 3, pixels: fromYbr(bytes) };
  } else if (photometric === "MONOCHROME1" || photometric === "MONOCHROME2") {
    const shown = modalityValues(dataSet, values);
    const { low, high } = windowOf(dataSet, shown);
    const scale = high > low ? 255 / (high - low) : 0;
    const isInverted = photometric === "MONOCHROME1";
    const pixels = new Uint8Array(values.length);
    for (let i = 0; i < pixels.length; i++) {
      const level = Math.min(255, Math.max(0, Math.round(((shown[i] ?? 0) - low) * scale)));
      pixels[i] = isInverted ? 255 - level : level;
    }
    return { width, height, channels: 1, pixels };
  }
  const expected = "MONOCHROME1, MONOCHROME2, RGB, YBR_FULL or PALETTE COLOR";
  throw dicomFault(place, { code: "unsupported-pixels", expected, found: photometric });
}

function toBytes(values: DecodedFrame["values"], { bitsStored }: PixelHeader): Uint8Array {
  if (values instanceof Uint8Array) return values;
  const scale = 255 / (2 ** bitsStored - 1);
  return Uint8Array.from(values, (value) => Math.round(value * scale));
}

/** ITU-R BT.601 with the full range (PS3.3 C.7.6.3.1.2). */
function fromYbr(values: Uint8Array): Uint8Array {
  const out = new Uint8ClampedArray(values.length);
  for (let i = 0; i < values.length; i += 3) {
    const [y, b, r] = [values[i] ?? 0, (values[i + 1] ?? 0) - 128, (values[i + 2] ?? 0) - 128];
    out[i] = y + 1.402 * r;
    out[i + 1] = y - 0.344136 * b - 0.714136 * r;
    out[i + 2] = y + 1.772 * b;
  }
  return new Uint8Array(out.buffer);
}
