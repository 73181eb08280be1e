import { runProgram } from "../run-program.ts";
import { runEndToEnd } from "./end-to-end.ts";
import { addOutcomes, type Outcome, outcomeOf } from "./outcome.ts";
import { runStaticChecks } from "./static-checks.ts";
import { runVitest } from "./vitest.ts";

const parts: Record<string, () => Promise<Outcome>> = {
  checks: runStaticChecks,
  tests: runVitest,
  "end-to-end": runEndToEnd,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

// Without a native engine everything still passes, on the slower one; the step says which it is.
await runProgram(process.execPath, ["apps/trainer/src/engine/setup.ts"]);
let total: Outcome = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  total = addOutcomes(total, await outcomeOf(name, run));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
