import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { hasGraphicsDevice, hasNvidiaGpu } from "./graphics-device.ts";

it.each<[string, string[], boolean]>([
  ["Mesa's drivers", ["dri/renderD128", "dri/card0"], true],
  ["NVIDIA's driver", ["nvidia0", "nvidiactl"], true],
  ["Windows' Linux", ["dxg"], true],
  ["a screen without a GPU", ["dri/card0", "fb0"], false],
  ["a server", ["null", "random"], false],
])("sees in /dev of %s whether there may be a GPU", (_name, files, expected) => {
  const folder = mkdtempSync(path.join(tmpdir(), "diaphane-dev-"));
  mkdirSync(path.join(folder, "dri"));
  for (const file of files) writeFileSync(path.join(folder, file), "");
  expect(hasGraphicsDevice("linux", folder)).toBe(expected);
  expect(hasNvidiaGpu("linux", folder)).toBe(files.includes("nvidia0"));
  rmSync(folder, { recursive: true });
});

it("takes no /dev for no GPU, and leaves other systems to their drivers", () => {
  expect(hasGraphicsDevice("linux", "/nowhere")).toBe(false);
  expect(hasGraphicsDevice("darwin", "/nowhere")).toBe(true);
});
