import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, ensureBrowser } from "./browser.ts";

const port = Number(process.env["E2E_PORT"] ?? 3210);
// Workers load this file too: only the first process makes the folder.
process.env["E2E_HOME"] ??= mkdtempSync(path.join(tmpdir(), "diaphane-e2e-"));

export default defineConfig({
  testDir: "specs",
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  outputDir: "test-results/artifacts",
  globalTeardown: "./fixtures/remove-home.ts",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: ensureBrowser(), args: browserArguments },
  },
  webServer: {
    command: `node ../scripts/platform/main.ts --home "${process.env["E2E_HOME"]}" --port ${port} --demo-images 600 --demo-epochs 3`,
    url: `http://localhost:${port}/models/phantom-chest-nano/lab`,
    timeout: 400_000,
    // For working on the tests: E2E_REUSE=1 E2E_HOME=… against a platform that runs already.
    reuseExistingServer: process.env["E2E_REUSE"] === "1",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
