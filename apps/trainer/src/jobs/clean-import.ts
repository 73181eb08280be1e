import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type claimImport, replaceUpload } from "@diaphane/core";
import { DataError } from "@diaphane/data";
import { cleanUpload, deidentifyOptions, openTree, zipFolder } from "@diaphane/data/formats";
import type { JobServices } from "./job-services.ts";

type ClaimedImport = NonNullable<Awaited<ReturnType<typeof claimImport>>>;

/**
 * Puts de-identified copies in the place of an upload with DICOM files, before anything else is done with it: the store
 * keeps no original, however the import ends.
 *
 * @returns the hash of what is to be read: the copies, or the upload itself when it has no DICOM file
 * @throws DataError `bad-dicom` when files could not be read, unless broken ones are to be left out
 */
export async function cleanImport(
  { ctx, store }: JobServices,
  { id: importId, claim, source, upload, secret }: ClaimedImport,
): Promise<string> {
  const sha256 = upload?.sha256;
  if (source.kind !== "upload" || !upload || !sha256) {
    const [expected, advice] = ["an uploaded file", "Upload it again."];
    throw new DataError({ code: "not-in-store", file: upload?.fileName ?? "", expected, found: "none", advice });
  }
  const { deidentify, skipBroken } = source.options;
  const asked = deidentifyOptions.safeParse({ keepPatientCharacteristics: true, ...Object(deidentify), secret });
  if (!asked.success) {
    const [expected, advice] = ["options of de-identification", "docs/formats.md has them."];
    const found = asked.error.issues[0]?.path.join(".") ?? "others";
    throw new DataError({ code: "bad-options", file: upload.fileName, key: "deidentify", expected, found, advice });
  }
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-clean-"));
  const tree = await openTree(await store.bytes(sha256, upload.fileName));
  try {
    const files = await cleanUpload(tree, path.join(folder, "dicom"), asked.data);
    if (!files) return sha256;
    const cleaned = await store.put(await zipFolder(path.join(folder, "dicom")), "UPLOAD");
    await replaceUpload(ctx, { importId, claim, sha256: cleaned.sha256, sizeBytes: cleaned.sizeBytes, files });
    const broken = files.find(({ name }) => name === null);
    if (!broken || skipBroken === true) return cleaned.sha256;
    const advice = "Upload it again without that file, or leave broken files out (skipBroken).";
    const [expected, found] = ["DICOM files that can be read whole", broken.note ?? "damage"];
    throw new DataError({ code: "bad-dicom", file: upload.fileName, expected, found, advice });
  } finally {
    await tree.close();
    await rm(folder, { recursive: true, force: true });
  }
}
