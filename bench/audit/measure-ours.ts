import { auditModel } from "../../packages/model/src/bias/audit-model.ts";
import { auditCases } from "./audit-cases.ts";

// A process of its own, so that its peak of memory is the report's alone: `node bench/audit/measure-ours.ts COUNT DRAWS`.
const [count = 0, draws = 0] = process.argv.slice(2).map(Number);
const cases = auditCases(count);
const start = process.cpuUsage();
const without = ["intersections", "use", "slices"] as const;
const { performance } = auditModel(cases, { seed: 1, draws, permutations: 0, without });
const { user, system } = process.cpuUsage(start);
const values = performance.map(({ groups }) =>
  groups.map(({ metrics: m }) =>
    [m.accuracy, m.auroc, m.tpr, m.fpr, m.ppv, m.selectionRate, m.underdiagnosis, m.ece, m.brier].map(
      (estimate) => estimate?.value ?? null,
    ),
  ),
);
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes, values }));
