import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logTail, startService } from "./service.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "diaphane-service-"));
  mkdirSync(path.join(home, "logs"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const part = `console.log("up", process.pid); process.on("SIGTERM", () => { console.log("asked"); process.exit(0); });
  setInterval(() => {}, 1000);`;

it("is stopped by being asked, and keeps its log", async () => {
  const service = startService("part", ["-e", part], process.env, home);
  await vi.waitFor(() => expect(logTail(service)).toContain("up"), { timeout: 10_000 });
  await service.stop();
  expect(await service.ended).toBe(0);
  expect(logTail(service)).toContain("asked");
});

it("can have processes of its own, which live as long as they listen to it", async () => {
  const inner = path.join(home, "inner.mjs");
  writeFileSync(inner, 'process.on("message", (text) => process.send("heard " + text));');
  const outer = `const child = require("node:child_process").fork(${JSON.stringify(inner)});
    child.on("message", (text) => console.log(text));
    setTimeout(() => child.send("late"), 500);`;
  const service = startService("part", ["-e", outer], process.env, home);
  await vi.waitFor(() => expect(logTail(service)).toContain("heard late"), { timeout: 10_000 });
  await service.stop();
});

it("ends with a parent that was killed", async () => {
  const parent = `
    const { startService } = await import(${JSON.stringify(new URL("./service.ts", import.meta.url).href)});
    startService("part", ["-e", ${JSON.stringify(part)}], process.env, ${JSON.stringify(home)});
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", parent], { stdio: "inherit" });
  const log = () => readFileSync(path.join(home, "logs", "part.log"), "utf8");
  await vi.waitFor(() => expect(log()).toContain("up"), { timeout: 10_000 });
  child.kill("SIGKILL");
  await once(child, "exit");
  await vi.waitFor(() => expect(log()).toContain("asked"), { timeout: 10_000 });
});
