import { runProgram } from "../run-program.ts";
import type { Outcome } from "./outcome.ts";

/** Types, style, import direction and dead code: one check each. */
export async function runStaticChecks(): Promise<Outcome> {
  const outcome = { passed: 0, failed: 0 };
  for (const task of ["check:types", "check:style", "check:imports", "check:unused"]) {
    const code = await runProgram("turbo", ["run", task, "--output-logs=errors-only"]);
    if (code === 0) outcome.passed++;
    else outcome.failed++;
  }
  return outcome;
}
