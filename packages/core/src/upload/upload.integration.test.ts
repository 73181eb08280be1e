import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDataset } from "../import/import-dataset.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { createUpload } from "./create-upload.ts";
import { deleteUpload } from "./delete-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import { getUpload } from "./get-upload.ts";

let world: World;
let file: { group: string; fileName: string; sizeBytes: number };
beforeAll(async () => {
  world = await makeWorld();
  file = { group: world.group.slug, fileName: "chest.npz", sizeBytes: 5_000_000_000 };
});
afterAll(() => world.close());

describe("uploads", () => {
  test("finish once, with the announced length", async () => {
    const { id } = await createUpload(world.researcher, file);
    const sha256 = someSha256();
    const done = { uploadId: id, sha256, sizeBytes: file.sizeBytes };
    await expect(finishUpload(world.researcher, { ...done, sizeBytes: 7 })).rejects.toMatchObject({
      code: "upload-size",
      values: { expected: 5_000_000_000, found: 7 },
    });
    await finishUpload(world.researcher, done);
    await finishUpload(world.researcher, done);
    expect(await getUpload(world.researcher, { uploadId: id })).toMatchObject({ sha256, sizeBytes: 5_000_000_000 });
    await expect(finishUpload(world.researcher, { ...done, sha256: someSha256() })).rejects.toMatchObject({
      code: "upload-finished",
    });
    expect(await world.auditActions()).toEqual(["upload.create", "upload.finish"]);
  });

  test("are imported when they are whole, and kept while they are", async () => {
    const { id: uploadId } = await createUpload(world.researcher, file);
    const wanted = { group: file.group, name: "From a file", source: { kind: "upload", uploadId } };
    await expect(importDataset(world.researcher, wanted)).rejects.toMatchObject({ code: "upload-unfinished" });
    await finishUpload(world.researcher, { uploadId, sha256: someSha256(), sizeBytes: file.sizeBytes });
    const { importId } = await importDataset(world.researcher, wanted);
    expect(await world.db.import.findUnique({ where: { id: importId } })).toMatchObject({
      uploadId,
      source: { kind: "upload", fileName: "chest.npz", sizeBytes: 5_000_000_000 },
    });
    await expect(deleteUpload(world.researcher, { uploadId })).rejects.toMatchObject({ code: "upload-in-use" });
    await world.db.import.update({ where: { id: importId }, data: { status: "FAILED" } });
    await deleteUpload(world.researcher, { uploadId });
    expect(await world.db.import.findUnique({ where: { id: importId } })).toMatchObject({ uploadId: null });
  });

  test("have a name that is no path", async () => {
    for (const fileName of ["../a.npz", "a\\b.npz", "a\u0000.npz", "a\u202Eznp.exe", ""]) {
      const create = createUpload(world.researcher, { ...file, fileName });
      await expect(create).rejects.toMatchObject({ code: "invalid-input", values: { fields: "fileName" } });
    }
  });

  test("are for researchers and owners, and nobody else's", async () => {
    const { id: uploadId } = await createUpload(world.owner, file);
    for (const actor of [world.annotator, world.reviewer]) {
      await expect(createUpload(actor, file)).rejects.toMatchObject({ name: "ForbiddenError" });
    }
    await expect(createUpload(world.outsider, file)).rejects.toMatchObject({ name: "NotFoundError" });
    const missing = { name: "NotFoundError", values: { entity: "upload" } };
    for (const actor of [world.outsider, world.researcher]) {
      await expect(getUpload(actor, { uploadId })).rejects.toMatchObject(missing);
      await expect(deleteUpload(actor, { uploadId })).rejects.toMatchObject(missing);
    }
  });
});
