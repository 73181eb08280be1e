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

/** Boxes of sample `i`: of every three, nobody looked at one, there is none in the next, and as many as `i` in the third. */
export function testBoxes(i: number) {
  if (i % 3 === 0) return null;
  return Array.from({ length: i % 3 === 1 ? 0 : i }, (_, box) => {
    return { classIndex: box % 2, left: 0.5, top: box / 8, width: 3, height: 1.25 };
  });
}

/** Stores items of 16 bytes each, filled by `fill`, in `shards` shards. */
async function storeShards(world: World, count: number, shards: number, fill: (index: number) => number) {
  const perShard = Math.ceil(count / shards);
  const stored = [];
  for (let firstIndex = 0; firstIndex < count; firstIndex += perShard) {
    const inShard = Math.min(perShard, count - firstIndex);
    const pixels = Uint8Array.from({ length: inShard * 16 }, (_, i) => fill(firstIndex + Math.floor(i / 16)));
    const { sha256, sizeBytes } = await world.store.put(pixels, "SHARD");
    stored.push({ sha256, sizeBytes, firstIndex, count: inShard });
  }
  return stored;
}

interface TestImport {
  count?: number;
  name?: string;
  shards?: number;
  /** Masks of `i % 3`, in three shards, and `testBoxes`. */
  withTargets?: boolean;
  /** What the set says of "sex", which is "female" or "male" of its samples. */
  sex?: { kind: "BINARY" | "CATEGORICAL"; values: string[] };
}

const bothSexes: TestImport["sex"] = { kind: "CATEGORICAL", values: ["female", "male"] };

/** Imports `count` tiny synthetic images through the verbs, as the researcher and a worker. */
export async function importTestDataset(
  world: World,
  { count = 12, name = `set-${Math.random()}`, shards = 2, withTargets = false, sex = bothSexes }: TestImport = {},
) {
  const source = { kind: "phantom", count: 30, size: 32 };
  const { importId, datasetId } = await importDataset(world.researcher, { group: world.group.slug, name, source });
  const claimed = await claimImport(world.worker, { importId });
  if (!claimed) throw new Error("The import could not be claimed");
  const stored = await storeShards(world, count, shards, (index) => index);
  const samples = Array.from({ length: count }, (_, i) => {
    return withTargets ? { ...testSample(i), boxes: testBoxes(i) } : testSample(i);
  });
  const targets = {
    maskClasses: ["background", "lungs", "heart"],
    boxClasses: ["opacity", "device"],
    maskShards: await storeShards(world, count, 3, (index) => index % 3),
  };
  const input = {
    ...{ importId, claim: claimed.claim, imageCount: count, ...testShape, shards: stored },
    ...(withTargets ? targets : {}),
    contentHash: "ab".repeat(32),
    classes: ["normal", "opacity"],
    hasSubjects: true,
    attributes: [
      { name: "sex", ...sex },
      { name: "age", kind: "CONTINUOUS", values: [] },
    ],
  };
  const { datasetVersionId } = await completeImport(world.worker, input, [samples.slice(0, 5), samples.slice(5)]);
  return { importId, datasetId, versionId: datasetVersionId };
}
