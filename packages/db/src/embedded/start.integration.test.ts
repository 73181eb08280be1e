import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canConnect } from "./connect.ts";
import { startEmbeddedPostgres } from "./start.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-embedded-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = ["fsync=off"];
const starter = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL("./start.ts", import.meta.url).href)});
  const server = await startEmbeddedPostgres({ folder: process.env.FOLDER, settings: ["fsync=off"] });
  console.log(JSON.stringify({ url: server.url, isOwner: server.isOwner }));
  setInterval(() => undefined, 1000);
`;

/** Another process that starts (or joins) the server and then waits. */
async function startElsewhere() {
  const child = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    env: { ...process.env, FOLDER: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const { url, isOwner }: { url: string; isOwner: boolean } = JSON.parse(String(line));
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return await once(child, "exit");
  };
  return { url, isOwner, kill };
}

describe("the embedded PostgreSQL", () => {
  test("is shared by several starts, and stopped by the one who started it", async () => {
    const [a, b] = await Promise.all([
      startEmbeddedPostgres({ folder, settings }),
      startEmbeddedPostgres({ folder, settings }),
    ]);
    expect(a.url).toBe(b.url);
    expect([a.isOwner, b.isOwner].sort()).toEqual([false, true]);
    const [owner, guest] = a.isOwner ? [a, b] : [b, a];
    await guest.stop();
    expect(await canConnect(a.url)).toBe(true);
    await owner.stop();
    expect(await canConnect(a.url)).toBe(false);
    const again = await startEmbeddedPostgres({ folder, settings });
    expect(again.url).toBe(a.url);
    await again.stop();
  });

  test("is inherited when its owner was killed, and started again when it was killed itself", async () => {
    const other = await startElsewhere();
    expect(other.isOwner).toBe(true);
    const guest = await startEmbeddedPostgres({ folder, settings });
    expect(guest).toMatchObject({ url: other.url, isOwner: false });
    await other.kill("SIGKILL");
    const heir = await startEmbeddedPostgres({ folder, settings });
    expect(heir).toMatchObject({ url: other.url, isOwner: true });

    const pid = Number((await readFile(path.join(folder, "data", "postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");
    const revived = await startEmbeddedPostgres({ folder, settings });
    expect(await canConnect(revived.url)).toBe(true);
    await heir.stop();
    expect(await canConnect(revived.url)).toBe(false);
  });

  test("ends with the process that started it, which ends as the signal would have ended it", async () => {
    const other = await startElsewhere();
    expect(await other.kill("SIGTERM")).toEqual([null, "SIGTERM"]);
    expect(await canConnect(other.url)).toBe(false);
    expect((await readdir(folder)).sort()).toEqual(["data", "password", "port", "postgres.log"]);
  });
});
