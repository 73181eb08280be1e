import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handleUpload, type UploadRules } from "./handle-upload.ts";

class NotFoundError extends Error {
  override name = "NotFoundError";
  readonly code = "upload-not-found";
}

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
let folder = "";
let files: Map<string, { sizeBytes: number; isFinished: boolean; received?: Uint8Array }>;
let isStoreDown = false;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "uploads-"));
  files = new Map();
  isStoreDown = false;
});
afterEach(() => rm(folder, { recursive: true }));

/** Rules over a map; whoever is not "member" sees nothing. */
function rulesOf(actor: "member" | "outsider"): UploadRules {
  function find(id: string) {
    const file = actor === "member" ? files.get(id) : undefined;
    if (!file) throw new NotFoundError();
    return file;
  }
  return {
    async create({ group, sizeBytes }) {
      if (actor !== "member" || group !== "lab") throw new NotFoundError();
      const id = randomUUID();
      files.set(id, { sizeBytes, isFinished: false });
      return { id };
    },
    get: async (id) => find(id),
    async finish(id, file) {
      if (isStoreDown) throw new Error("no space left on device");
      Object.assign(find(id), { isFinished: true, received: new Uint8Array(await readFile(file)) });
    },
    async remove(id) {
      files.delete(id);
    },
  };
}

interface Sent {
  as?: "member" | "outsider";
  body?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

function send(method: string, target: string, { as = "member", body, headers = {} }: Sent = {}) {
  const request = new Request(`http://lab.test${target}`, {
    method,
    body,
    headers: { host: "lab.test", "tus-resumable": "1.0.0", "sec-fetch-site": "same-origin", ...headers },
  });
  return handleUpload(request, rulesOf(as), { folder, maxBytes: 1000 });
}

function metadata(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
    .join(",");
}

function create(name = "chest.npz", sizeBytes = 100, extra: Sent = {}) {
  const headers = {
    "upload-length": `${sizeBytes}`,
    "upload-metadata": metadata({ group: "lab", filename: name }),
    ...extra.headers,
  };
  return send("POST", "/api/uploads", { ...extra, headers });
}

function patch(location: string, offset: number, body: Uint8Array<ArrayBuffer>, extra: Sent = {}) {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": `${offset}`, ...extra.headers };
  return send("PATCH", location, { ...extra, body, headers });
}

async function created(): Promise<string> {
  const location = (await create()).headers.get("location");
  if (!location) throw new Error("no location");
  return location;
}

describe("a resumable upload", () => {
  it("arrives in pieces and is handed over whole", async () => {
    const location = await created();
    expect(location).toMatch(/^\/api\/uploads\/[a-z0-9-]+$/);
    expect((await patch(location, 0, bytes.slice(0, 60))).headers.get("upload-offset")).toBe("60");
    const head = await send("HEAD", location);
    expect([head.headers.get("upload-offset"), head.headers.get("upload-length")]).toEqual(["60", "100"]);
    expect((await patch(location, 60, bytes.slice(60))).status).toBe(204);
    expect([...files.values()]).toEqual([{ sizeBytes: 100, isFinished: true, received: bytes }]);
  });

  it("refuses a piece at the wrong place", async () => {
    const location = await created();
    expect((await patch(location, 10, bytes.slice(10))).status).toBe(409);
  });

  it("refuses more bytes than were announced", async () => {
    const location = await created();
    expect((await patch(location, 0, new Uint8Array(200), { headers: { "content-length": "200" } })).status).toBe(413);
  });

  it("says that all has arrived to whoever missed the last answer, and takes no more", async () => {
    const location = await created();
    await patch(location, 0, bytes);
    await rm(folder, { recursive: true });
    const head = await send("HEAD", location);
    expect([head.status, head.headers.get("upload-offset")]).toEqual([200, "100"]);
    expect((await patch(location, 100, new Uint8Array(0))).status).toBe(410);
  });

  it("is handed over later when the store was away as the last byte came", async () => {
    const location = await created();
    isStoreDown = true;
    expect((await patch(location, 0, bytes)).status).toBe(500);
    // To a browser, an offset at the end means that all is well: it must not hear of it before it is true.
    expect((await send("HEAD", location)).status).toBe(500);
    isStoreDown = false;
    const head = await send("HEAD", location);
    expect([head.status, head.headers.get("upload-offset")]).toEqual([200, "100"]);
    expect([...files.values()]).toEqual([{ sizeBytes: 100, isFinished: true, received: bytes }]);
  });

  it("takes one tab's piece of two that send the same", async () => {
    const location = await created();
    const both = await Promise.all([patch(location, 0, bytes.slice(0, 60)), patch(location, 0, bytes.slice(0, 60))]);
    expect(both.some(({ status }) => status === 204)).toBe(true);
    const offset = Number((await send("HEAD", location)).headers.get("upload-offset"));
    expect((await patch(location, offset, bytes.slice(offset))).status).toBe(204);
    expect([...files.values()]).toEqual([{ sizeBytes: 100, isFinished: true, received: bytes }]);
  });

  it("is gone after a cancel", async () => {
    const location = await created();
    await patch(location, 0, bytes.slice(0, 60));
    expect((await send("DELETE", location)).status).toBe(204);
    expect(files.size).toBe(0);
    expect(await readdir(folder)).toEqual([]);
    expect((await send("HEAD", location)).status).toBe(404);
  });
});

describe("who may upload", () => {
  it("an outsider can't begin one", async () => {
    expect((await create("chest.npz", 100, { as: "outsider" })).status).toBe(404);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(["HEAD", "DELETE"])("an outsider's %s finds nothing", async (method) => {
    const location = await created();
    expect((await send(method, location, { as: "outsider" })).status).toBe(404);
    expect(files.size).toBe(1);
  });

  it("an outsider's bytes don't reach the file", async () => {
    const location = await created();
    expect((await patch(location, 0, bytes, { as: "outsider" })).status).toBe(404);
    expect((await send("HEAD", location)).headers.get("upload-offset")).toBe("0");
  });

  it("another site's page can't make a member's browser send", async () => {
    expect((await create("chest.npz", 100, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await create()).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("what may be uploaded", () => {
  it.each([
    ["chest.npz", 1001, 413, "upload-tooLarge"],
    ["chest.npz", 0, 422, "upload-empty"],
    ["chest.exe", 100, 422, "upload-extension"],
    ["../chest.npz", 100, 422, "upload-name"],
  ])("%s of %i bytes is refused", async (name, size, status, code) => {
    const response = await create(name, size);
    expect([response.status, await response.text()]).toEqual([status, code]);
    expect(files.size).toBe(0);
  });

  it("a length has to be announced", async () => {
    const headers = { "upload-defer-length": "1", "upload-metadata": metadata({ group: "lab", filename: "a.npz" }) };
    expect((await send("POST", "/api/uploads", { headers })).status).toBe(400);
  });

  it.each(["/api/uploads/..%2f..%2fetc%2fpasswd", "/api/uploads/a.json", "/api/uploads/a/b"])(
    "%s names no file",
    async (target) => {
      expect((await send("HEAD", target)).status).toBe(404);
    },
  );
});
