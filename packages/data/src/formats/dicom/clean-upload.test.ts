import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { dicomImage } from "../../testing/encode-dicom.ts";
import { openTree } from "../archive/open-tree.ts";
import { cleanUpload } from "./clean-upload.ts";
import { deidentifyOptions } from "./deidentify-options.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-clean-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const options = deidentifyOptions.parse({ secret: "a secret of the set" });
const image = dicomImage(new Uint8Array(64), { rows: 8, columns: 8 });
const treeOf = (files: Record<string, Uint8Array>) => openTree(bytesSource(zipSync(files, { level: 0 }), "Doe.zip"));

test("only copies without the person are written, and what was done is told without names", async () => {
  const files = {
    "Doe_Jane/1": image,
    "Doe_Jane/broken": image.subarray(0, 200),
    "names.csv": Buffer.from("Doe,Jane"),
  };
  const out = path.join(folder, "clean");
  const cleaned = await cleanUpload(await treeOf(files), out, options);
  const names = await readdir(out);
  expect(cleaned?.map(({ name }) => name)).toEqual([names[0], null]);
  expect(names).toHaveLength(1);
  expect((await readFile(path.join(out, names[0] ?? ""))).toString("latin1")).not.toMatch(/Doe|12345/);
  expect(cleaned?.[0]?.removed).toContainEqual({ tag: "00100020", action: "replaced" });
  expect(cleaned?.[1]?.note).toMatch(/^file 2 of the upload/);
  expect(JSON.stringify(cleaned)).not.toMatch(/Doe|Jane/);
});

test("nothing is done where there is no DICOM file", async () => {
  const out = path.join(folder, "none");
  expect(await cleanUpload(await treeOf({ "a.txt": Buffer.from("x") }), out, options)).toBeNull();
  await expect(readdir(out)).rejects.toThrow(/ENOENT/);
});
