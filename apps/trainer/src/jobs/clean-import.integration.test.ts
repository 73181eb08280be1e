import { buffer } from "node:stream/consumers";
import {
  createUpload,
  finishUpload,
  getImport,
  listImportedFiles,
  listSamples,
  importDataset as queueImport,
} from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { dicomImage, zipOf } from "@diaphane/data/testing";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importDataset } from "./import-dataset.ts";
import type { JobServices } from "./job-services.ts";

let world: World;
let services: JobServices;
beforeAll(async () => {
  world = await makeWorld();
  services = { ctx: world.worker, store: world.store, log: pino({ level: "silent" }), codeVersion: "test" };
});
afterAll(() => world.close());

const size = { rows: 8, columns: 8 };
const of = (patient: string, start: number) =>
  dicomImage(
    Uint8Array.from({ length: 64 }, (_, i) => start + i),
    {
      ...size,
      more: [
        [0x00100020, "LO", patient],
        [0x00100040, "CS", "F"],
      ],
    },
  );

async function imported(name: string, files: Record<string, Uint8Array>, options: object = {}) {
  const content = zipOf(files);
  const group = world.group.slug;
  const announced = { group, fileName: `${name}.zip`, sizeBytes: content.length };
  const { id: uploadId } = await createUpload(world.researcher, announced);
  const original = await world.store.put(content, "UPLOAD");
  await finishUpload(world.researcher, { uploadId, sha256: original.sha256, sizeBytes: original.sizeBytes });
  const source = { kind: "upload", uploadId, options: { validation: 0, test: 0, ...options } };
  const { importId } = await queueImport(world.researcher, { group, name, source });
  await importDataset(services, { importId }, { jobId: "1", signal: new AbortController().signal });
  const upload = await world.db.upload.findUniqueOrThrow({ where: { id: uploadId } });
  const kept = await buffer((await world.store.open(upload.sha256 ?? "")).chunks);
  return { importId, original: original.sha256, kept, ended: await getImport(world.annotator, { importId }) };
}

it("keeps copies without the person, and no original", async () => {
  const files = {
    "Doe/1": of("MRN 1", 0),
    "Doe/2": of("MRN 1", 5),
    "Doe/3": of("MRN 2", 9),
    "names.txt": Buffer.from("Doe"),
  };
  const { importId, original, kept, ended } = await imported("CT", files);
  expect(ended).toMatchObject({ status: "SUCCEEDED", imagesDone: 3 });
  expect(await world.store.has(original)).toBe(false);
  expect(kept.toString("latin1")).not.toMatch(/Doe|MRN|PATIENT/);
  const listed = await listImportedFiles(world.annotator, { importId });
  expect(listed).toHaveLength(3);
  expect(listed[0]).toMatchObject({ index: 0, name: expect.stringMatching(/\.dcm$/), note: null });
  expect(listed[0]?.removed).toContainEqual({ tag: "00100020", action: "replaced" });
  const samples = await listSamples(world.annotator, { versionId: ended.datasetVersionId ?? "" });
  expect(new Set(samples.map(({ subject }) => subject)).size).toBe(2);
  expect(samples[0]?.subject).toMatch(/^S[0-9a-f]{16}$/);
});

it("keeps no original of an import that fails either", async () => {
  const files = { a: of("MRN 1", 0), b: of("MRN 2", 0).subarray(0, 200) };
  const { importId, original, kept, ended } = await imported("Broken", files);
  expect(ended).toMatchObject({ status: "FAILED", errorCode: "bad-dicom" });
  expect(await world.store.has(original)).toBe(false);
  expect(kept.toString("latin1")).not.toMatch(/MRN/);
  expect(await listImportedFiles(world.annotator, { importId })).toMatchObject([
    { note: null },
    { name: null, removed: [] },
  ]);
  const without = await imported("Without", files, { skipBroken: true });
  expect(without.ended).toMatchObject({ status: "SUCCEEDED", imagesDone: 1 });
});

it("does to them what is asked for, and says what the reader left out", async () => {
  const ultrasound = dicomImage(new Uint8Array(64), { ...size, more: [[0x00080060, "CS", "US"]] });
  const { ended } = await imported("Some", { a: of("MRN 1", 0), b: ultrasound });
  expect(ended.notes.join()).toMatch(/in quarantine/);
  const wrong = await imported("Wrong", { a: of("MRN 1", 0) }, { deidentify: { dates: "keep" } });
  expect(wrong.ended).toMatchObject({ status: "FAILED", errorCode: "bad-options" });
});
