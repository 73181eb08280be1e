import { type DecodedFrame, decodeFrame } from "./decode-frame.ts";
import type { DicomPlace } from "./dicom-fault.ts";
import { parseDicom } from "./parse-dicom.ts";
import { readPixelHeader } from "./pixel-header.ts";

/**
 * All frames of a DICOM file as stored, before any look-up table or window, one after the other.
 *
 * @throws DataError as soon as a part is damaged
 */
export async function* decodeDicom(bytes: Uint8Array, place: DicomPlace): AsyncGenerator<DecodedFrame> {
  const dataSet = parseDicom(bytes, place);
  const header = readPixelHeader(dataSet, place);
  for (let frame = 0; frame < header.frames; frame++) yield await decodeFrame(dataSet, header, frame, place);
}
