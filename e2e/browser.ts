import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const systemNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** A Chromium to test with: the system's, else Playwright's own; null when there is neither. */
export function findBrowser(): string | null {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const candidates = systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/**
 * Finds a Chromium or has one installed: by Playwright, else by the package manager where we may.
 * @throws Error saying how to install one by hand. A missing browser never means skipped tests.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const installers: [string, string[]][] = [["playwright", ["install", "chromium"]]];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    installers.push(["sh", ["-c", "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq chromium"]]);
  }
  for (const [command, args] of installers) {
    console.log(`No Chromium found: trying ${command} ${args.join(" ")} …`);
    try {
      execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    } catch {
      continue;
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "The end-to-end tests need Chromium. Install the package `chromium` or run `npx playwright install chromium`.",
  );
}

/** Chromium refuses its sandbox to root; the rest keeps it from calling home, which fails on closed networks. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];
