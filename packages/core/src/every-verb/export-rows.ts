import * as core from "../index.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import type { World } from "../testing/world.ts";
import { row, type VerbRow } from "./verb-row.ts";

/** The verbs on exports. */
export function exportRows(world: World): Record<string, VerbRow> {
  const version = async () => ({ versionId: (await importTestDataset(world, { count: 12 })).versionId });
  const queued = () => version().then((wanted) => core.startExport(world.owner, { ...wanted, format: "COCO" }));
  const held = async () => {
    const { exportId } = await queued();
    const claimed = await core.claimExport(world.worker, { exportId });
    return { exportId, claim: claimed?.claim };
  };
  const stored = async () => {
    const { sha256, sizeBytes } = await world.store.put(new TextEncoder().encode("a zip"), "EXPORT");
    return { sha256, sizeBytes };
  };
  const finished = async () => {
    const { exportId, claim } = await held();
    await core.completeExport(world.worker, { exportId, claim, ...(await stored()) });
    return { exportId };
  };
  return {
    startExport: row(core.startExport, "dataset:export", "dataset-version.export", async () => ({
      ...(await version()),
      format: "NPZ",
    })),
    listExports: row(core.listExports, "dataset:export", null, version),
    openExport: row(core.openExport, "dataset:export", null, finished),
    claimExport: row(core.claimExport, "worker", null, queued),
    completeExport: row(core.completeExport, "worker", null, async () => ({ ...(await held()), ...(await stored()) })),
    failExport: row(core.failExport, "worker", null, async () => ({ ...(await held()), code: "wrong-labels" })),
  };
}
