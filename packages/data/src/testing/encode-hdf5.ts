import { File, type GuessableDataTypes, ready } from "h5wasm";

/** An array to write; `dtype` in numpy's short form (`<B`, `<f4`, `<H`, `<q`, `S` for text) where data does not tell. */
export interface Hdf5Input {
  data: GuessableDataTypes;
  shape?: number[];
  dtype?: string;
  chunks?: number[];
  maxshape?: (number | null)[];
}

let made = 0;

/** The bytes of an HDF5 file with these arrays by path, in groups one deep; `link` puts further things into it. */
export async function encodeHdf5(
  arrays: Record<string, Hdf5Input>,
  link: (file: File) => void = () => {},
): Promise<Uint8Array> {
  const { FS } = await ready;
  const name = `/made-${++made}.h5`;
  const file = new File(name, "w");
  const groups = new Set<string>();
  for (const [path, { data, shape, dtype, chunks, maxshape }] of Object.entries(arrays)) {
    const group = path.split("/").slice(0, -1).join("/");
    if (group !== "" && !groups.has(group)) file.create_group(group);
    groups.add(group);
    const compressed = chunks ? { chunks, compression: 4 } : {};
    file.create_dataset({
      name: path,
      data,
      ...compressed,
      ...(shape ? { shape } : {}),
      ...(dtype ? { dtype } : {}),
      ...(maxshape ? { maxshape } : {}),
    });
  }
  link(file);
  file.close();
  const bytes = Uint8Array.from(FS.readFile(name));
  FS.unlink(name);
  return bytes;
}
