import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { StoreContext } from "@diaphane/core";
import { openStore } from "@diaphane/data";
import type { Role } from "@diaphane/db";
import { createTestDatabase, makeGroup, makeMember, makeUser, type TestDatabase } from "@diaphane/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleUpload } from "./handle-upload.ts";
import { rulesOf } from "./upload-rules.ts";

type Somebody = Role | "OTHER_RESEARCHER" | "OUTSIDER" | "VISITOR";

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
let database: TestDatabase;
let home = "";
let folder = "";
let slug = "";
const contexts = new Map<Somebody, StoreContext>();

beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(path.join(tmpdir(), "upload-access-"));
  folder = path.join(home, "uploads");
  const { db } = database;
  const store = await openStore(pathToFileURL(path.join(home, "store")).href);
  const group = await makeGroup(db);
  slug = group.slug;
  const add = (who: Somebody, user: { id: string }) =>
    contexts.set(who, { db, store, actor: { kind: "user", userId: user.id } });
  for (const role of ["ANNOTATOR", "RESEARCHER", "REVIEWER", "OWNER"] as const) {
    add(role, await makeMember(db, group.id, role));
  }
  add("OTHER_RESEARCHER", await makeMember(db, (await makeGroup(db)).id, "RESEARCHER"));
  add("OUTSIDER", await makeUser(db));
  contexts.set("VISITOR", { db, store, actor: { kind: "public" } });
});

afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

function send(who: Somebody, method: string, target: string, headers: Record<string, string>, body?: BodyInit) {
  const ctx = contexts.get(who);
  if (!ctx) throw new Error(`nobody is ${who}`);
  const all = { host: "lab.test", "tus-resumable": "1.0.0", "sec-fetch-site": "same-origin", ...headers };
  const request = new Request(`http://lab.test${target}`, { method, headers: all, body });
  return handleUpload(request, rulesOf(ctx), { folder, maxBytes: 1_000_000 });
}

function create(who: Somebody) {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const metadata = `group ${base64(slug)},filename ${base64("chest.npz")}`;
  return send(who, "POST", "/api/uploads", { "upload-length": `${bytes.length}`, "upload-metadata": metadata });
}

function patch(who: Somebody, location: string, offset: number, body: Uint8Array<ArrayBuffer>) {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": `${offset}` };
  return send(who, "PATCH", location, headers, body);
}

async function begunBy(who: Somebody): Promise<string> {
  return (await create(who)).headers.get("location") ?? "";
}

describe("uploads of a group", () => {
  it.each([
    ["RESEARCHER", 201],
    ["OWNER", 201],
    ["ANNOTATOR", 403],
    ["REVIEWER", 403],
    ["OTHER_RESEARCHER", 404],
    ["OUTSIDER", 404],
    ["VISITOR", 403],
  ] as const)("%s begins one: %i", async (who, status) => {
    expect((await create(who)).status).toBe(status);
  });

  it("end in the store under their hash, and leave nothing behind", async () => {
    const location = await begunBy("RESEARCHER");
    await patch("RESEARCHER", location, 0, bytes.slice(0, 3000));
    expect((await patch("RESEARCHER", location, 3000, bytes.slice(3000))).status).toBe(204);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const id = location.split("/").at(-1) ?? "";
    const upload = await database.db.upload.findUnique({ where: { id } });
    expect(upload).toMatchObject({ sha256, fileName: "chest.npz", sizeBytes: BigInt(bytes.length) });
    expect(await contexts.get("RESEARCHER")?.store.read(sha256)).toEqual(bytes);
    expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([]);
    expect((await send("RESEARCHER", "HEAD", location, {})).headers.get("upload-offset")).toBe(`${bytes.length}`);
  });

  it.each(["OTHER_RESEARCHER", "OUTSIDER", "OWNER", "ANNOTATOR"] as const)("are not there for %s", async (who) => {
    const location = await begunBy("RESEARCHER");
    expect((await send(who, "HEAD", location, {})).status).toBe(404);
    expect((await patch(who, location, 0, bytes)).status).toBe(404);
    expect((await send(who, "DELETE", location, {})).status).toBe(404);
    expect((await send("RESEARCHER", "HEAD", location, {})).headers.get("upload-offset")).toBe("0");
  });

  it("stop at once when the role is taken away", async () => {
    const location = await begunBy("RESEARCHER");
    await patch("RESEARCHER", location, 0, bytes.slice(0, 10));
    const id = location.split("/").at(-1);
    const upload = await database.db.upload.findUniqueOrThrow({ where: { id } });
    const where = { userId: upload.createdBy, groupId: upload.groupId };
    await database.db.membership.updateMany({ where, data: { role: "REVIEWER" } });
    const refused = await patch("RESEARCHER", location, 10, bytes.slice(10));
    await database.db.membership.updateMany({ where, data: { role: "RESEARCHER" } });
    expect(refused.status).toBe(403);
    expect((await send("RESEARCHER", "HEAD", location, {})).headers.get("upload-offset")).toBe("10");
  });
});
