import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../platform/home.ts";
import { runProgram } from "../run-program.ts";
import type { Outcome } from "./outcome.ts";

/** Playwright in a real Chromium against a freshly started platform. A skipped or flaky test counts as failed. */
export async function runEndToEnd(): Promise<Outcome> {
  const report = path.join(repositoryRoot, "e2e/test-results/report.json");
  rmSync(report, { force: true });
  const code = await runProgram("npm", ["test", "--workspace", "e2e", "--silent"]);
  if (!existsSync(report)) throw new Error(`playwright ended with exit code ${code} before it wrote its report`);
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}
