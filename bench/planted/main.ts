import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { encodeAuditedSplit, type SplitName } from "../../apps/trainer/src/audit/audited-split.ts";
import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { auditModel } from "../../packages/model/src/bias/audit-model.ts";
import type { AuditRequest } from "../../packages/model/src/bias/audit-request.ts";
import { fitPreset } from "../../packages/model/src/debias/fit-preset.ts";
import type { FitOptions } from "../../packages/model/src/debias/fit-request.ts";
import { withPresetOn } from "../../packages/model/src/debias/preset-on.ts";
import { describeMachine, today } from "../report/machine.ts";
import { meanAndDeviation } from "../report/mean-and-deviation.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { table, writeSection } from "../report/write-section.ts";

// How much of a planted bias presets take out, on sets that bench/data/make_planted_tag.py wrote. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: "string" },
    seeds: { type: "string", default: "1,2,3" },
    epochs: { type: "string", default: "8" },
    write: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
const { results } = values;
if (!folder || !results) throw new Error("node bench/planted/main.ts FOLDER --results DIR");
const seeds = values.seeds.split(",").map(Number);

const methods: { name: string; options: Omit<FitOptions, "seed"> }[] = [
  { name: "cell-balanced LEACE + bias (default)", options: {} },
  { name: "the same, rank 2", options: { rank: 2 } },
  { name: "shift", options: { method: "shift" } },
  { name: "pooled LEACE", options: { method: "pooled-leace" } },
  { name: "within-class LEACE", options: { method: "within-class-leace" } },
  { name: "label-preserving", options: { method: "label-preserving" } },
];
const audits = ["balanced", "biased"];
const tests = ["like", "shifted"];

interface Figures {
  worst: number;
  auc: number;
}

mkdirSync(results, { recursive: true });
await openEngine();
/** Of one seed: figures by row and test set. */
const bySeed: Map<string, Figures>[] = [];
for (const seed of seeds) bySeed.push(await measureSeed(folder, results, seed));

const rows = [...(bySeed[0]?.keys() ?? [])].map((key) => {
  const [method = "", audit = "", test = ""] = key.split("|");
  const of = (figure: (found: Map<string, Figures>) => number): number[] => bySeed.map(figure);
  const at = (found: Map<string, Figures>, row: string): Figures =>
    found.get(row) ?? { worst: Number.NaN, auc: Number.NaN };
  const worst = of((found) => at(found, key).worst);
  const recovery = of((found) => {
    const without = at(found, `no preset||${test}`).worst;
    return (at(found, key).worst - without) / (at(found, `trained on clean images||${test}`).worst - without);
  });
  return [
    ...[method, audit, test, meanAndDeviation(worst, 3), audit === "" ? "" : meanAndDeviation(recovery, 2)],
    meanAndDeviation(
      of((found) => at(found, key).auc),
      3,
    ),
  ];
});
const about = `Worst accuracy of the four cells label × tag; mean ± standard deviation of ${seeds.length} seeds. Recovery: 1 is the network trained on clean images. Audit images hold the tag at random (balanced, 300) or as training does (biased, 600). ${describeMachine()}. ${today()}.`;
const report = `${table(["decision", "audit images", "test images", "worst cell", "recovery", "AUC"], rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("planted", "A planted bias, taken out", report);

async function measureSeed(sets: string, out: string, seed: number): Promise<Map<string, Figures>> {
  const found = new Map<string, Figures>();
  const file = (audit: string, test: string, ending: string): string => path.join(sets, `${audit}-${test}.${ending}`);
  const trained = async (name: string, set: string): Promise<string> => {
    const model = path.join(out, `${name}-${seed}`);
    if (!existsSync(path.join(model, "model.json"))) {
      await runDiaphane([
        "train",
        set,
        "--out",
        model,
        "--size",
        "nano",
        "--epochs",
        values.epochs,
        "--seed",
        `${seed}`,
      ]);
    }
    return model;
  };
  const encoded = async (folder: string, audit: string, test: string, split: SplitName): Promise<AuditRequest> => {
    const given = { folder, file: file(audit, test, "npz"), attributes: file(audit, test, "csv"), split };
    const { model, request } = await encodeAuditedSplit(given);
    model.dispose();
    return request;
  };
  const tagged = await trained("tagged", file("biased", "shifted", "npz"));
  const clean = await trained("clean", path.join(sets, "clean.npz"));
  const testSets = new Map<string, AuditRequest>();
  for (const test of tests) {
    const request = await encoded(tagged, "biased", test, "test");
    testSets.set(test, request);
    found.set(`no preset||${test}`, figuresOf(request));
    found.set(`trained on clean images||${test}`, figuresOf(await encoded(clean, "biased", test, "test")));
  }
  for (const audit of audits) {
    const fitSet = await encoded(tagged, audit, "like", "validation");
    for (const { name, options } of methods) {
      const preset = fitPreset({ ...fitSet, split: audit }, { ...options, seed });
      for (const [test, request] of testSets) {
        found.set(`${name}|${audit}|${test}`, figuresOf(withPresetOn(request, preset, "0".repeat(64))));
      }
    }
  }
  return found;
}

function figuresOf(request: AuditRequest): Figures {
  const without = ["intersections", "use", "slices"] as const;
  const { overall, performance } = auditModel(request, { seed: 1, draws: 100, permutations: 0, without });
  const [worst] = performance.map(({ worstCell }) => worstCell?.accuracy.value ?? Number.NaN);
  return { worst: worst ?? Number.NaN, auc: overall.auroc?.value ?? Number.NaN };
}
