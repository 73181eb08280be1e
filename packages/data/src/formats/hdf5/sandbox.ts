import { fstatSync, openSync, readSync } from "node:fs";
import { File, type Group, ready } from "h5wasm";
import { type Hdf5Place, hdf5Fault, hdf5Reason } from "./hdf5-fault.ts";

/** What is used of a file of emscripten's file system in memory. */
interface MemoryNode {
  usedBytes: number;
  stream_ops: Record<string, unknown>;
}

/** The one file that there is. */
const NAME = "file.h5";

/**
 * Opens an HDF5 file in a file system that has nothing but this file: HDF5 files may name others (external links, external and virtual
 * storage), and those are not found. Its bytes stay on the disk and are read as
 * they are asked for. For a thread that reads one file: what is open goes when the thread ends.
 *
 * @throws DataError `bad-hdf5`
 */
export async function openSandboxed(path: string, place: Hdf5Place): Promise<{ root: Group; sizeBytes: number }> {
  const module = await ready;
  // Errors are thrown, not printed.
  module.activate_throwing_error_handler();
  const descriptor = openSync(path, "r");
  const { size } = fstatSync(descriptor);
  const node: unknown = Reflect.apply(Object(module.FS).createFile, module.FS, ["/", NAME, {}, true, false]);
  if (!isMemoryNode(node)) throw new Error("The HDF5 library has another kind of file system than expected");
  node.usedBytes = size;
  node.stream_ops = {
    ...node.stream_ops,
    read: (_stream: unknown, into: Int8Array, offset: number, length: number, position: number) =>
      readSync(descriptor, into, offset, length, position),
  };
  try {
    return { root: new File(NAME, "r"), sizeBytes: size };
  } catch (cause) {
    throw hdf5Fault(place, { expected: "an intact HDF5 file", found: hdf5Reason(cause), cause });
  }
}

function isMemoryNode(value: unknown): value is MemoryNode {
  return typeof value === "object" && value !== null && "usedBytes" in value && "stream_ops" in value;
}
