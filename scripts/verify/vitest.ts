import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runProgram } from "../run-program.ts";
import type { Outcome } from "./outcome.ts";

/** Unit tests, and integration tests on a real PostgreSQL. A skipped test counts as failed. */
export async function runVitest(): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "diaphane-vitest-"));
  const report = path.join(folder, "report.json");
  try {
    const code = await runProgram("vitest", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    if (!existsSync(report)) throw new Error(`vitest ended with exit code ${code} before it wrote its report`);
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    // A file that could not be loaded has no tests to count, so it counts as one.
    const unloaded = testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === "failed" && file.assertionResults.length === 0,
    );
    const failed = numTotalTests - numPassedTests + unloaded.length;
    return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
