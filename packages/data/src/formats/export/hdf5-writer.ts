import { File, ready } from "h5wasm/node";

/** Writes an array of bytes row by row. */
export interface Hdf5Writer {
  /** @param rows uint8 `[count, …shape]` */
  add(rows: Uint8Array, count: number): void;
  close(): void;
}

/** Rows that are stored, and compressed, together. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * An HDF5 file with one array of bytes, `[n, …shape]`, on the disk. In bounded memory.
 *
 * @param path must not exist
 */
export async function hdf5Writer(path: string, name: string, shape: readonly number[]): Promise<Hdf5Writer> {
  const module = await ready;
  module.activate_throwing_error_handler();
  const file = new File(path, "x");
  const rowBytes = shape.reduce((product, side) => product * side, 1);
  const chunks = [Math.max(1, Math.floor(CHUNK_BYTES / rowBytes)), ...shape];
  let written = 0;
  return {
    add(rows, count) {
      if (written === 0) {
        const maxshape = [null, ...shape];
        file.create_dataset({
          name,
          data: rows,
          shape: [count, ...shape],
          dtype: "<B",
          maxshape,
          chunks,
          compression: 4,
        });
      } else {
        const array = file.get(name);
        if (array === null || !("write_slice" in array)) throw new Error(`The HDF5 file lost its array ${name}`);
        array.resize([written + count, ...shape]);
        array.write_slice([[written, written + count]], rows);
      }
      written += count;
    },
    close: () => void file.close(),
  };
}
