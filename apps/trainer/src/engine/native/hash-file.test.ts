import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { checkHash } from "./hash-file.ts";

it("accepts the expected file and names the one that differs", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-hash-"));
  const file = path.join(folder, "library.whl");
  await writeFile(file, "abc");
  // SHA-256 of "abc", from FIPS 180-2.
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  await expect(checkHash(file, "sha256", "hex", expected)).resolves.toBeUndefined();
  await writeFile(file, "abd");
  await expect(checkHash(file, "sha256", "hex", expected)).rejects.toThrow(/library\.whl is not the expected file/);
  await rm(folder, { recursive: true });
});
