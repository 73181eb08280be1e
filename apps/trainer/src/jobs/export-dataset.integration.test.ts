import { buffer } from "node:stream/consumers";
import { listExports, openExport, importDataset as queueImport, startExport } from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { phantomSource } from "@diaphane/data";
import { openImages } from "@diaphane/data/formats";
import { bytesSource, collectRows } from "@diaphane/data/testing";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportDataset } from "./export-dataset.ts";
import { importDataset } from "./import-dataset.ts";
import type { JobServices } from "./job-services.ts";

let world: World;
let services: JobServices;
let versionId: string;
const job = { jobId: "1", signal: new AbortController().signal };
const phantom = { count: 30, size: 28, seed: 9 } as const;

beforeAll(async () => {
  world = await makeWorld();
  services = { ctx: world.worker, store: world.store, log: pino({ level: "silent" }), codeVersion: "test" };
  const source = { kind: "phantom", ...phantom };
  const { importId } = await queueImport(world.researcher, { group: world.group.slug, name: "Drawn", source });
  await importDataset(services, { importId }, job);
  const made = await world.db.import.findUniqueOrThrow({ where: { id: importId } });
  versionId = made.datasetVersionId ?? "";
});
afterAll(() => world.close());

async function exported(format: string) {
  const { exportId } = await startExport(world.researcher, { versionId, format });
  await exportDataset(services, { exportId }, job);
  const { chunks, fileName, sizeBytes } = await openExport(world.researcher, { exportId });
  const bytes = await buffer(chunks);
  expect(bytes.length).toBe(sizeBytes);
  return { exportId, bytes, fileName };
}

it.each([
  ["NPZ", "drawn-v1.npz", {}],
  ["FOLDER", "drawn-v1.folder.zip", { format: "table" as const }],
  ["COCO", "drawn-v1.coco.zip", {}],
  ["MEDIMETA", "drawn-v1.medimeta.zip", {}],
])("a version as %s reads back equal", async (format, name, options) => {
  const { bytes, fileName } = await exported(format);
  expect(fileName).toBe(name);
  const source = await openImages(bytesSource(bytes, fileName), options);
  const [found, drawn] = [await collectRows(source), await collectRows(phantomSource(phantom))];
  await source.close();
  expect(found.images.equals(drawn.images)).toBe(true);
  const plain = ({ split, subject }: (typeof drawn.samples)[number]) => ({ split, subject });
  expect(found.samples.map(plain)).toEqual(drawn.samples.map(plain));
  if (format !== "COCO")
    expect(found.samples.map(({ label }) => label)).toEqual(drawn.samples.map(({ label }) => label));
  if (format !== "MEDIMETA") expect(found.masks.equals(drawn.masks)).toBe(true);
});

it("an export that is there is taken as it is, and one that failed is made anew", async () => {
  const { exportId } = await exported("COCO");
  expect(await startExport(world.owner, { versionId, format: "COCO" })).toEqual({ exportId });
  await world.db.export.update({ where: { id: exportId }, data: { status: "FAILED", errorCode: "wrong-labels" } });
  await startExport(world.owner, { versionId, format: "COCO" });
  const list = await listExports(world.owner, { versionId });
  expect(list.find(({ format }) => format === "COCO")).toMatchObject({ status: "QUEUED", errorCode: null });
});

it("an export of a version that the format has no place for says why", async () => {
  await world.db.$executeRaw`ALTER TABLE samples DISABLE TRIGGER USER`;
  await world.db.sample.updateMany({ where: { datasetVersionId: versionId, index: 0 }, data: { label: null } });
  await world.db.export.deleteMany();
  const { exportId } = await startExport(world.owner, { versionId, format: "MEDIMETA" });
  await exportDataset(services, { exportId }, job);
  const [failed] = await listExports(world.owner, { versionId });
  expect(failed).toMatchObject({ status: "FAILED", errorCode: "wrong-labels", errorDetail: { key: "image 0" } });
  await expect(openExport(world.owner, { exportId })).rejects.toMatchObject({ name: "NotFoundError" });
});
