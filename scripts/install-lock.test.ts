import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { interruptedCode, withInstallLock } from "./install-lock.mjs";

let root: string;
const inRoot = (...names: string[]) => path.join(root, ...names);
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "diaphane-install-"));
  for (const folder of ["node_modules/half", "apps/web/node_modules/half"]) {
    mkdirSync(inRoot(folder), { recursive: true });
  }
});
afterEach(() => rmSync(root, { recursive: true }));

it("lets one install at a time and leaves no lock", async () => {
  const log: string[] = [];
  let end = (_code: number): void => undefined;
  const ending = new Promise<number>((resolve) => {
    end = resolve;
  });
  const one = withInstallLock(
    root,
    () => {
      log.push("first");
      return ending;
    },
    1,
  );
  const two = withInstallLock(
    root,
    async () => {
      log.push("second");
      return 0;
    },
    1,
  );
  expect(log).toEqual(["first"]);
  end(0);
  expect(await Promise.all([one, two])).toEqual([0, 0]);
  expect(log).toEqual(["first", "second"]);
  expect(existsSync(inRoot("node_modules/half"))).toBe(true);
  expect(existsSync(inRoot("node_modules/.diaphane-installing"))).toBe(false);
});

it("begins anew after an installation that was killed, in the workspaces too", async () => {
  // Process ids end far below this one.
  writeFileSync(inRoot("node_modules/.diaphane-installing"), String(2 ** 30));
  expect(await withInstallLock(root, async () => 0, 1)).toBe(0);
  expect(existsSync(inRoot("node_modules/half"))).toBe(false);
  expect(existsSync(inRoot("apps/web/node_modules/half"))).toBe(false);
});

it("keeps its mark when it is interrupted, not when npm fails and puts things back itself", async () => {
  const lock = inRoot("node_modules/.diaphane-installing");
  expect(await withInstallLock(root, async () => 1, 1)).toBe(1);
  expect(existsSync(lock)).toBe(false);
  expect(await withInstallLock(root, async () => interruptedCode, 1)).toBe(interruptedCode);
  expect(existsSync(lock)).toBe(true);
});
