import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { DataError } from "../../data-error.ts";
import { type FileTree, readStart, type TreeFile } from "../archive/file-tree.ts";
import { localFile } from "../archive/local-file.ts";
import { hasImageEnding } from "../pictures/image-kind.ts";
import type { Hdf5Array } from "./hdf5-array.ts";
import { type Hdf5Place, hdf5Fault, hdf5Reason } from "./hdf5-fault.ts";
import type { Hdf5Answer, Hdf5Start, RowsRequest } from "./hdf5-messages.ts";

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** A block of rows takes milliseconds; what takes longer than this runs in circles. */
const PATIENCE_MS = 20_000;

export interface Hdf5File {
  /** In the order of their paths. */
  arrays: Hdf5Array[];
  /** What is not read and why, one line each. */
  notes: string[];
  close(): Promise<void>;
}

/** Whether bytes begin as an HDF5 file (without a user block). */
export function isHdf5(start: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => start[i] === byte);
}

/** The files of a tree that are HDF5 by their content. */
export async function hdf5Files({ files }: FileTree): Promise<TreeFile[]> {
  const found: TreeFile[] = [];
  for (const file of files) {
    // A set of many images need not be opened file by file to know that.
    if (hasImageEnding(file.path)) continue;
    if (isHdf5(await readStart(file, SIGNATURE.length))) found.push(file);
  }
  return found;
}

/**
 * Opens an HDF5 file and lists its arrays, those in groups too. Links to other files are never followed. The library runs in a thread
 * of its own, which is ended when it does not answer.
 *
 * @throws DataError `bad-hdf5`, `too-large`
 */
export async function openHdf5(tree: FileTree, file: TreeFile, patienceMs = PATIENCE_MS): Promise<Hdf5File> {
  const place = { file: tree.name, key: file.path };
  const local = await localFile(tree, file);
  const start: Hdf5Start = { path: local.path, ...place };
  const thread = new Worker(new URL("./hdf5-thread.ts", import.meta.url), { workerData: start });
  const close = async () => {
    await thread.terminate();
    await local.release();
  };
  try {
    const ask = inTurn(thread, place, patienceMs);
    const listed = await ask(null);
    if (listed.kind !== "arrays") throw unexpected(place);
    const arrays = listed.arrays.map((header, array): Hdf5Array => {
      return {
        ...header,
        async numbers(first, count) {
          const answer = await ask({ as: "numbers", array, first, count });
          if (answer.kind !== "numbers") throw unexpected(place);
          return answer.values;
        },
        async texts(first, count) {
          const answer = await ask({ as: "texts", array, first, count });
          if (answer.kind !== "texts") throw unexpected(place);
          return answer.values;
        },
      };
    });
    return { arrays, notes: listed.notes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks one thing after the other; null only waits for the answer to the start. */
function inTurn(thread: Worker, place: Hdf5Place, patienceMs: number) {
  let last: Promise<unknown> = Promise.resolve();
  return (request: RowsRequest | null): Promise<Hdf5Answer> => {
    const answer = last.then(() => askOnce(thread, request, place, patienceMs));
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** What the thread answers next; one that does not answer is ended. */
async function askOnce(
  thread: Worker,
  request: RowsRequest | null,
  place: Hdf5Place,
  patienceMs: number,
): Promise<Hdf5Answer> {
  const signal = AbortSignal.timeout(patienceMs);
  if (request) thread.postMessage(request);
  const [message] = await once(thread, "message", { signal }).catch(async (cause: unknown) => {
    await thread.terminate();
    const found = signal.aborted ? `nothing that can be read in ${patienceMs / 1000} s` : hdf5Reason(cause);
    throw hdf5Fault(place, { expected: "intact HDF5", found, cause });
  });
  const answer: Hdf5Answer = message;
  if (answer.kind === "refused") throw new DataError(answer.detail);
  return answer;
}

function unexpected(place: Hdf5Place): DataError {
  return hdf5Fault(place, { expected: "intact HDF5", found: "another answer than asked for" });
}
