import { claimImport } from "../import/claim-import.ts";
import { completeImport } from "../import/complete-import.ts";
import { importDataset } from "../import/import-dataset.ts";
import type { World } from "./world.ts";

export const testShape = { height: 4, width: 4, channels: 1 } as const;

/** Sample `i` of a test set: an image of `i`s, a third of them unlabelled, for validation, and of patient 0. */
export function testSample(i: number) {
  const split = (["train", "validation", "test"] as const)[i % 3] ?? "train";
  const attributes = { sex: i % 2 === 0 ? "female" : "male", age: i };
  return { split, label: i % 3 === 1 ? null : i % 2, subject: `patient-${i % 3 === 1 ? 0 : i}`, attributes };
}

/** Imports `count` tiny synthetic images through the verbs, as the researcher and a worker. */
export async function importTestDataset(world: World, { count = 12, name = `set-${Math.random()}`, shards = 2 } = {}) {
  const source = { kind: "phantom", count: 30, size: 32 };
  const { importId, datasetId } = await importDataset(world.researcher, { group: world.group.slug, name, source });
  const claimed = await claimImport(world.worker, { importId });
  if (!claimed) throw new Error("The import could not be claimed");
  const perShard = Math.ceil(count / shards);
  const stored = [];
  for (let firstIndex = 0; firstIndex < count; firstIndex += perShard) {
    const inShard = Math.min(perShard, count - firstIndex);
    const pixels = Uint8Array.from({ length: inShard * 16 }, (_, i) => firstIndex + Math.floor(i / 16));
    const { sha256, sizeBytes } = await world.store.put(pixels, "SHARD");
    stored.push({ sha256, sizeBytes, firstIndex, count: inShard });
  }
  const samples = Array.from({ length: count }, (_, i) => testSample(i));
  const input = {
    ...{ importId, claim: claimed.claim, imageCount: count, ...testShape, shards: stored },
    contentHash: "ab".repeat(32),
    classes: ["normal", "opacity"],
    hasSubjects: true,
    attributes: [
      { name: "sex", kind: "CATEGORICAL", values: ["female", "male"] },
      { name: "age", kind: "CONTINUOUS", values: [] },
    ],
  };
  const { datasetVersionId } = await completeImport(world.worker, input, [samples.slice(0, 5), samples.slice(5)]);
  return { importId, datasetId, versionId: datasetVersionId };
}
