/** Adobe's segment (APP14) that says: no colour transform. */
const NO_TRANSFORM = [0xff, 0xee, 0x00, 0x0e, 0x41, 0x64, 0x6f, 0x62, 0x65, 0x00, 0x64, 0, 0, 0, 0, 0];
const SEGMENTS = { jfif: 0xe0, adobe: 0xee, scan: 0xda };

/**
 * A JPEG of three colours that names no colour space, marked as RGB: decoders would take it for YBR, and DICOM's own header
 * knows better. Others come back as they are.
 */
export function markedAsRgb(stream: Uint8Array): Uint8Array {
  for (let at = 2; at + 4 < stream.length; ) {
    const marker = stream[at + 1];
    if (stream[at] !== 0xff || marker === SEGMENTS.jfif || marker === SEGMENTS.adobe) return stream;
    if (marker === SEGMENTS.scan) break;
    at += 2 + ((stream[at + 2] ?? 0) << 8) + (stream[at + 3] ?? 0);
  }
  const marked = new Uint8Array(stream.length + NO_TRANSFORM.length);
  marked.set(stream.subarray(0, 2));
  marked.set(NO_TRANSFORM, 2);
  marked.set(stream.subarray(2), 2 + NO_TRANSFORM.length);
  return marked;
}
