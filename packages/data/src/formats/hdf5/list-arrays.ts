import { Dataset, ExternalLink, Group } from "h5wasm";
import { describeArray } from "./describe-array.ts";
import type { Hdf5ArrayHeader } from "./hdf5-array.ts";
import { type Hdf5Place, hdf5Fault } from "./hdf5-fault.ts";

const MAX_ARRAYS = 10_000;
/** Groups may hold each other in circles. */
const MAX_DEPTH = 12;

export interface ListedArray {
  header: Hdf5ArrayHeader;
  dataset: Dataset;
}

/** The arrays of a file by path, those in groups too, and notes on what is left out. @throws DataError `bad-hdf5`, `too-large` */
export function listArrays(
  root: Group,
  place: Hdf5Place,
  fileBytes: number,
): { arrays: ListedArray[]; notes: string[] } {
  const arrays: ListedArray[] = [];
  const notes: string[] = [];
  collect(root, "", 0);
  arrays.sort((a, b) => (a.header.path < b.header.path ? -1 : 1));
  return { arrays, notes };

  function collect(group: Group, inside: string, depth: number): void {
    if (depth > MAX_DEPTH) {
      throw hdf5Fault(place, { expected: `at most ${MAX_DEPTH} groups in one another`, found: inside });
    }
    for (const name of group.keys()) {
      const path = `${inside}${name}`;
      const entity = group.get(name);
      if (entity instanceof Group) collect(entity, `${path}/`, depth + 1);
      if (entity instanceof ExternalLink) notes.push(`${path}: left out, it is in another file`);
      if (!(entity instanceof Dataset)) continue;
      const header = describeArray(entity, path, { file: place.file, fileBytes });
      if (header) arrays.push({ header, dataset: entity });
      if (arrays.length > MAX_ARRAYS)
        throw hdf5Fault(place, { expected: `at most ${MAX_ARRAYS} arrays`, found: "more" });
    }
  }
}
