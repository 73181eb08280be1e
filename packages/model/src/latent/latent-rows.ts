/** Codes of many images as columns of tables, row by row. */
export interface LatentRows {
  count: number;
  latentDim: number;
  classCount: number;
  /** `[count, latentDim]` */
  mu: Float32Array<ArrayBuffer>;
  /** `[count, latentDim]` */
  logVar: Float32Array<ArrayBuffer>;
  /** `[count, classCount]` */
  logits: Float32Array<ArrayBuffer>;
}

type RowShape = Pick<LatentRows, "latentDim" | "classCount">;

/** An empty table of `count` rows. */
export function emptyLatentRows(count: number, { latentDim, classCount }: RowShape): LatentRows {
  return {
    ...{ count, latentDim, classCount },
    mu: new Float32Array(count * latentDim),
    logVar: new Float32Array(count * latentDim),
    logits: new Float32Array(count * classCount),
  };
}

/** How latent sets are stored: float32 little-endian `[count, 2·latentDim + classCount]`, a row mu, logVar and logits. */
export function packLatentRows(rows: LatentRows): Uint8Array<ArrayBuffer> {
  const parts = partsOf(rows);
  const width = 2 * rows.latentDim + rows.classCount;
  const view = new DataView(new ArrayBuffer(rows.count * width * 4));
  for (let row = 0; row < rows.count; row++) {
    let place = row * width * 4;
    for (const { values, size } of parts) {
      for (let j = 0; j < size; j++, place += 4) view.setFloat32(place, values[row * size + j] ?? 0, true);
    }
  }
  return new Uint8Array(view.buffer);
}

/**
 * Reads packed rows into a table, from row `first` on.
 *
 * @throws RangeError when the bytes are no whole rows of this shape, or more than the table has room for
 */
export function unpackLatentRows(bytes: Uint8Array, into: LatentRows, first = 0): void {
  const width = 2 * into.latentDim + into.classCount;
  const count = bytes.length / 4 / width;
  if (!Number.isInteger(count) || first + count > into.count) {
    const room = `${into.count - first} rows of ${width} numbers`;
    throw new RangeError(`${bytes.length} bytes of codes do not fit ${room}.`);
  }
  const parts = partsOf(into);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let row = 0; row < count; row++) {
    let place = row * width * 4;
    for (const { values, size } of parts) {
      for (let j = 0; j < size; j++, place += 4) values[(first + row) * size + j] = view.getFloat32(place, true);
    }
  }
}

function partsOf({ mu, logVar, logits, latentDim, classCount }: LatentRows) {
  return [
    { values: mu, size: latentDim },
    { values: logVar, size: latentDim },
    { values: logits, size: classCount },
  ];
}
