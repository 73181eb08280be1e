import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { type Bundle, parseManifest, serializeManifest, trainingConfig } from "@diaphane/model";
import { z } from "zod";

const files = {
  manifest: "model.json",
  weights: "weights.safetensors",
  seen: "seen.bin",
  metrics: "metrics.json",
  run: "run.json",
  checkpoint: "checkpoint.safetensors",
};

const run = z.object({
  config: trainingConfig,
  seed: z.int(),
  /** What the run knows less than its file, for experiments. */
  labels: z.union([z.strictObject({ count: z.int() }), z.strictObject({ share: z.number() })]).optional(),
  labelledOnly: z.boolean().optional(),
  /** Folder of the model that training starts from. */
  from: z.string().optional(),
});
/** What a run was started with. */
export type RunStart = z.infer<typeof run>;

/** A folder that should hold a model, or its checkpoint, and does not. */
export class BundleFolderError extends Error {
  override readonly name = "BundleFolderError";
}

/**
 * Writes model.json, weights.safetensors, seen.bin and metrics.json. The manifest, which names the weights' hash, comes last: a folder
 * with a manifest is complete.
 */
export async function writeBundleFolder(folder: string, bundle: Bundle, metrics: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, files.weights), bundle.weights);
  if (bundle.seen) await writeWhole(path.join(folder, files.seen), bundle.seen);
  await writeWhole(path.join(folder, files.metrics), `${JSON.stringify(metrics, null, 2)}\n`);
  await writeWhole(path.join(folder, files.manifest), serializeManifest(bundle.manifest));
  await rm(path.join(folder, files.checkpoint), { force: true });
}

/** @throws BundleFolderError when there is no model; InvalidManifest when model.json can't be read */
export async function readBundleFolder(folder: string): Promise<Bundle> {
  const manifest = parseManifest(
    (await readOr(folder, files.manifest, "It is written when training ends.")).toString(),
  );
  const weights = new Uint8Array(await readOr(folder, files.weights, "Copy it from where the model was trained."));
  if (!(await exists(path.join(folder, files.seen)))) return { manifest, weights };
  return { manifest, weights, seen: new Uint8Array(await readFile(path.join(folder, files.seen))) };
}

/** What of an earlier training the folder holds: training anew would replace it. */
export async function findEarlierTraining(folder: string): Promise<"model" | "checkpoint" | undefined> {
  if (await exists(path.join(folder, files.checkpoint))) return "checkpoint";
  return (await exists(path.join(folder, files.manifest))) ? "model" : undefined;
}

/** Removes what an earlier training left, the manifest first: without it nothing there is taken for a model. */
export async function removeEarlierTraining(folder: string): Promise<void> {
  for (const name of Object.values(files)) await rm(path.join(folder, name), { force: true });
}

export async function writeCheckpoint(folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, files.checkpoint), bytes);
}

/** @throws BundleFolderError when there is none */
export async function readCheckpoint(folder: string): Promise<Uint8Array> {
  return new Uint8Array(await readOr(folder, files.checkpoint, "Leave --resume out to train from the start."));
}

/** Keeps what a run was started with, which going on needs again. */
export async function writeRun(folder: string, start: RunStart): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, files.run), `${JSON.stringify(start, null, 2)}\n`);
}

/** @throws BundleFolderError when nothing was started there */
export async function readRun(folder: string): Promise<RunStart> {
  const text = await readOr(folder, files.run, "Leave --resume out to train from the start.");
  return run.parse(JSON.parse(text.toString("utf8")));
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}

async function readOr(folder: string, name: string, advice: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, name));
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (!isMissing) throw error;
    throw new BundleFolderError(`${folder} holds no ${name}. ${advice}`, { cause: error });
  }
}

/** To a temporary name, synced, then renamed: a reader sees the old file or the new one, never half of one. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
