/**
 * Width and height that a compressed stream declares: JPEG and JPEG-LS by their frame header, JPEG 2000 by its SIZ segment
 * (with boxes around it or without). Null when there is none. Read before a decoder is let loose, as it would allocate what
 * is declared.
 */
export function streamSize(stream: Uint8Array): { width: number; height: number; bits: number } | null {
  return stream[0] === 0xff && stream[1] === 0xd8 ? jpegSize(stream) : jpeg2000Size(stream);
}

function jpegSize(stream: Uint8Array) {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 2; at + 9 < stream.length; ) {
    if (stream[at] !== 0xff) return null;
    const marker = stream[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) || marker === 0xf7;
    if (isFrame) return { bits: stream[at + 4] ?? 0, height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function jpeg2000Size(stream: Uint8Array) {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const last = Math.min(stream.length - 42, 4096);
  for (let at = 0; at <= last; at++) {
    if (view.getUint32(at) !== 0xff4fff51) continue;
    const [x, y] = [view.getUint32(at + 16), view.getUint32(at + 20)];
    const bits = ((stream[at + 42] ?? 0) & 0x7f) + 1;
    return { width: view.getUint32(at + 8) - x, height: view.getUint32(at + 12) - y, bits };
  }
  return null;
}
