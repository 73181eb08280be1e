import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
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

const methods = [
  { name: "cell-balanced LEACE + bias (default)", args: [] },
  { name: "the same, rank 2", args: ["--rank", "2"] },
  { name: "shift", args: ["--method", "shift"] },
  { name: "pooled LEACE", args: ["--method", "pooled-leace"] },
  { name: "within-class LEACE", args: ["--method", "within-class-leace"] },
  { name: "label-preserving", args: ["--method", "label-preserving"] },
];
const audits = ["balanced", "biased"];
const tests = ["like", "shifted"];

/** What is read of the JSON that `diaphane evaluate` prints. */
interface Measured {
  auc: { value: number };
  worstGroup: { accuracy: { value: number } };
}
interface Figures {
  worst: number;
  auc: number;
}

mkdirSync(results, { recursive: true });
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
  const evaluated = async (model: string, audit: string, test: string, preset?: string): Promise<Figures> => {
    const options = ["--attributes", file(audit, test, "csv"), ...(preset ? ["--preset", preset] : []), "--json"];
    const output = await runDiaphane(["evaluate", model, file(audit, test, "npz"), ...options]);
    const { auc, worstGroup }: Measured = JSON.parse(output.trim().split("\n").at(-1) ?? "");
    return { worst: worstGroup.accuracy.value, auc: auc.value };
  };
  const tagged = await trained("tagged", file("biased", "shifted", "npz"));
  const clean = await trained("clean", path.join(sets, "clean.npz"));
  for (const test of tests) {
    found.set(`no preset||${test}`, await evaluated(tagged, "biased", test));
    found.set(`trained on clean images||${test}`, await evaluated(clean, "biased", test));
  }
  for (const { name, args } of methods) {
    for (const audit of audits) {
      const preset = path.join(out, `${name.replaceAll(/\W+/g, "-")}-${audit}-${seed}.json`);
      const given = [
        tagged,
        file(audit, "like", "npz"),
        "--attributes",
        file(audit, "like", "csv"),
        "--attribute",
        "tag",
      ];
      await runDiaphane(["preset", "fit", ...given, "--out", preset, ...args]);
      for (const test of tests) found.set(`${name}|${audit}|${test}`, await evaluated(tagged, audit, test, preset));
    }
  }
  return found;
}
