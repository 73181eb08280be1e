import * as core from "../index.ts";
import { someSha256, type World } from "../testing/world.ts";
import { row, type VerbRow } from "./verb-row.ts";

/** The verbs of uploads and of imports. @param datasetId of a data set that is there */
export function importRows(world: World, datasetId: string): Record<string, VerbRow> {
  const { group, owner } = world;
  const inGroup = async () => ({ group: group.slug });
  const name = () => `Set ${someSha256()}`;
  const phantom = { kind: "phantom", count: 30, size: 32 };
  const announced = { group: group.slug, fileName: "chest.npz", sizeBytes: 100 };
  const upload = async () => ({ uploadId: (await core.createUpload(owner, announced)).id });
  const queuedImport = async () => {
    const wanted = { group: group.slug, name: name(), source: phantom };
    return { importId: (await core.importDataset(owner, wanted)).importId };
  };
  const heldImport = async () => {
    const { importId } = await queuedImport();
    const claimed = await core.claimImport(world.worker, { importId });
    return { importId, claim: claimed?.claim };
  };
  const madeVersion = async () => ({
    ...(await heldImport()),
    ...{ contentHash: someSha256(), imageCount: 1, height: 4, width: 4, channels: 1, classes: ["a"] },
    ...{ hasSubjects: false, attributes: [] },
    shards: [{ sha256: someSha256(), sizeBytes: 16, firstIndex: 0, count: 1 }],
  });
  return {
    importDataset: row(core.importDataset, "dataset:import", "dataset.import", async () => ({
      ...(await inGroup()),
      ...{ name: name(), description: "Drawn.", source: { ...phantom, seed: 3, options: { site: "north" } } },
    })),
    listImports: row(core.listImports, "dataset:read", null, async () => ({ ...(await inGroup()), datasetId })),
    getImport: row(core.getImport, "dataset:read", null, queuedImport),
    cancelImport: row(core.cancelImport, "dataset:import", "import.cancel", queuedImport),
    claimImport: row(core.claimImport, "worker", null, queuedImport),
    progressImport: row(core.progressImport, "worker", null, async () => ({
      ...(await heldImport()),
      progress: 0.5,
      imagesDone: 1,
    })),
    completeImport: row(
      (ctx, input) => {
        return core.completeImport(ctx, input, [[{ split: "train", label: 0, subject: null, attributes: {} }]]);
      },
      "worker",
      "dataset-version.create",
      madeVersion,
    ),
    listImportedFiles: row(core.listImportedFiles, "dataset:read", null, queuedImport),
    replaceUpload: row(core.replaceUpload, "worker", "upload.deidentify", async () => {
      const { id: uploadId } = await core.createUpload(owner, announced);
      await core.finishUpload(owner, { uploadId, sha256: someSha256(), sizeBytes: announced.sizeBytes });
      const source = { kind: "upload", uploadId };
      const { importId } = await core.importDataset(owner, { group: group.slug, name: name(), source });
      const { sha256, sizeBytes } = await world.store.put(new TextEncoder().encode(someSha256()), "UPLOAD");
      const files = [{ name: "a.dcm", removed: [{ tag: "00100010", action: "replaced" }], note: null }];
      const claimed = await core.claimImport(world.worker, { importId });
      return { importId, claim: claimed?.claim, sha256, sizeBytes, files };
    }),
    failImport: row(core.failImport, "worker", "import.fail", async () => ({
      ...(await heldImport()),
      code: "corrupt",
      detail: { key: "train_images" },
    })),

    createUpload: row(core.createUpload, "upload:create", "upload.create", async () => announced),
    getUpload: row(core.getUpload, "upload:create", null, upload),
    finishUpload: row(core.finishUpload, "upload:create", "upload.finish", async () => ({
      ...(await upload()),
      sha256: someSha256(),
      sizeBytes: 100,
    })),
    deleteUpload: row(core.deleteUpload, "upload:create", "upload.delete", upload),
  };
}
