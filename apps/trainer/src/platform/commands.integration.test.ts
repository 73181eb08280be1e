import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { makeWorld, type World } from "@diaphane/core/testing";
import { encodeNpz, smallMedMnist } from "@diaphane/data/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { startWorkerProcess, type WorkerProcess } from "../testing/worker-process.ts";

let world: World;
let worker: WorkerProcess;
let folder: string;

beforeAll(async () => {
  world = await makeWorld();
  worker = startWorkerProcess(world);
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-import-"));
});
afterAll(async () => {
  expect(await worker.end("SIGTERM")).toBe(0);
  await rm(folder, { recursive: true });
  await world.close();
});

function run(...args: string[]) {
  return runCli(args, { env: { DATABASE_URL: world.url, STORE_URL: world.storeUrl } });
}

it("imports a file in the name of a member who may, and refuses a second one of that name", async () => {
  const file = path.join(folder, "tiny.npz");
  await writeFile(file, encodeNpz(smallMedMnist()));
  const { slug } = world.group;
  const imported = await run(
    "import",
    file,
    "--group",
    slug,
    "--name",
    "Tiny",
    "--as",
    `${world.users.researcher.email}`,
  );
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(`Imported: /g/${slug}/data/\\w+`) });
  const dataset = await world.db.dataset.findFirstOrThrow({ where: { name: "Tiny" }, include: { versions: true } });
  expect(dataset.versions).toMatchObject([{ imageCount: 12 }]);

  const again = await run("import", file, "--group", slug, "--name", "Tiny");
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("name-taken") });
  const annotator = await run(
    "import",
    file,
    "--group",
    slug,
    "--name",
    "Other",
    "--as",
    `${world.users.annotator.email}`,
  );
  expect(annotator).toMatchObject({ code: 2, stderr: expect.stringContaining("ForbiddenError") });
});

it("refuses a bad file before anything is stored", async () => {
  const file = path.join(folder, "text.npz");
  await writeFile(file, "not a zip");
  const result = await run("import", file, "--group", world.group.slug, "--name", "Text");
  expect(result).toMatchObject({ code: 3, stderr: expect.stringContaining("text.npz") });
  expect(await world.db.upload.count({ where: { fileName: "text.npz" } })).toBe(0);
});

it("lists runs, and says that a group is not there", async () => {
  const listed = await run("runs", "--group", world.group.slug, "--json");
  expect(listed).toMatchObject({ code: 0, stdout: "[]\n" });
  expect(await run("runs", "--group", "nobody")).toMatchObject({ code: 2, stderr: expect.stringContaining("nobody") });
});

it("checks the audit log, and names the entry that was changed", async () => {
  const whole = await run("verify-log");
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining("The log is whole") });
  const { db, group } = world;
  await db.$transaction([
    db.$executeRawUnsafe("ALTER TABLE audit_events DISABLE TRIGGER USER"),
    db.$executeRaw`UPDATE audit_events SET action = 'dataset.bought' WHERE chain = ${group.id} AND sequence = 2`,
    db.$executeRawUnsafe("ALTER TABLE audit_events ENABLE TRIGGER USER"),
  ]);
  const tampered = await run("verify-log", "--json");
  expect(tampered.code).toBe(3);
  expect(JSON.parse(tampered.stdout).problems).toMatchObject([{ chain: group.id, sequence: 2 }]);
});
