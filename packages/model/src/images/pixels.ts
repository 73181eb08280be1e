/**
 * Bytes of many images one after the other. A `Uint8Array` is one; a set that is larger than memory is read where it lies, anew at each
 * `subarray`. What it gives must not be written to.
 */
export interface Pixels {
  readonly length: number;
  /** @param start, end places of bytes, `end` not included */
  subarray(start: number, end: number): Uint8Array;
}

/** Some of the bytes, read only when they are asked for. */
export function partOf(pixels: Pixels, start: number, end: number): Pixels {
  if (pixels instanceof Uint8Array) return pixels.subarray(start, end);
  return {
    length: end - start,
    subarray: (from, to) => pixels.subarray(start + from, start + to),
  };
}

/** Parts one after the other as if they were one, copied only where a piece reaches over an end. */
export function joined(parts: readonly Pixels[]): Pixels {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  let length = 0;
  const placed = parts.map((part) => {
    const start = length;
    length += part.length;
    return { part, start, end: length };
  });
  return {
    length,
    subarray(from, to) {
      const found = placed
        .filter(({ start, end }) => start < to && end > from)
        .map(({ part, start, end }) => part.subarray(Math.max(from, start) - start, Math.min(to, end) - start));
      return found.length === 1 && found[0] ? found[0] : concatenated(found);
    },
  };
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    bytes.set(piece, place);
    place += piece.length;
  }
  return bytes;
}
