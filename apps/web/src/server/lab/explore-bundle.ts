import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "../../env.ts";

const FILES = { "model.json": "application/json", "weights.safetensors": "application/octet-stream" } as const;

export type BundleFileName = keyof typeof FILES;

/** The part of model.json that a page needs before the browser reads the rest. */
const head = z.object({
  model: z.object({ size: z.string(), classes: z.array(z.string()) }),
  weights: z.object({ sha256: z.string() }),
});

export interface ExploredBundle {
  readonly folder: string;
  readonly size: string;
  readonly classes: readonly string[];
  readonly weightsSha256: string;
}

/** The bundle that `diaphane explore` was given; null when this server was started for anything else. */
export async function readExploredBundle(): Promise<ExploredBundle | null> {
  const folder = env.DIAPHANE_EXPLORE_DIR;
  if (!folder) return null;
  const { model, weights } = head.parse(JSON.parse(await readFile(path.join(folder, "model.json"), "utf8")));
  return { folder: path.basename(folder), size: model.size, classes: model.classes, weightsSha256: weights.sha256 };
}

/** One of the two files of that bundle, and nothing else of its folder; null for any other name. */
export async function readExploredFile(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const folder = env.DIAPHANE_EXPLORE_DIR;
  const type = FILES[name as BundleFileName];
  if (!folder || !Object.hasOwn(FILES, name)) return null;
  return { bytes: new Uint8Array(await readFile(path.join(folder, name))), type };
}
