import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSmallFile } from "./cluster-files.ts";
import { canConnect } from "./connect.ts";
import { startEmbeddedPostgres } from "./start.ts";

let closed: string;

beforeAll(async () => {
  // mkdtemp's folder is its owner's alone (0700): as root, the server's user cannot enter it.
  closed = await mkdtemp(path.join(tmpdir(), "diaphane-closed-"));
  await mkdir(path.join(closed, "inner"));
});

afterAll(async () => {
  // As root the cluster lies elsewhere.
  const elsewhere = await readSmallFile(path.join(closed, "inner", "postgres", "moved-to"));
  for (const folder of [closed, elsewhere]) if (folder) await rm(folder, { recursive: true, force: true });
});

it("starts below a folder that only its owner may enter, and finds the same data again", async () => {
  const folder = path.join(closed, "inner", "postgres");
  const first = await startEmbeddedPostgres({ folder, database: "kept" });
  expect(await canConnect(first.url)).toBe(true);
  await first.stop();
  const second = await startEmbeddedPostgres({ folder, database: "kept" });
  expect(second.url.split("@")[0]).toBe(first.url.split("@")[0]);
  await second.stop();
});
