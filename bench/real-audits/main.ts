import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type BiasReport, biasReport, type Grouping } from "../../packages/model/src/bias/bias-report.ts";
import { describeFinding, groupName, shown } from "../../packages/model/src/bias-page/describe-finding.ts";
import { messagesOf } from "../../packages/model/src/bias-page/messages.ts";
import { describeMachine, today } from "../report/machine.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { table, writeSection } from "../report/write-section.ts";
import { prepareSet } from "./prepare-set.ts";
import { type RealSet, realSets } from "./sets.ts";

// What audits say of small models on real sets with attributes. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Folder of converted images and trained models; taken again where they are there. */
    keep: { type: "string" },
    seed: { type: "string", default: "1" },
    epochs: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
const { keep } = values;
if (!folder || !keep) throw new Error("node bench/real-audits/main.ts FOLDER --keep DIR");
const messages = messagesOf("en");

const parts: string[] = [];
for (const set of realSets) parts.push(sectionOf(set, await audit(set, folder, keep)));
const trained = values.epochs === undefined ? "the default number of epochs" : `${values.epochs} epochs`;
const about = `\`nano\` models of seed ${values.seed}, trained for ${trained} and audited on each set's test images by the command line; 1,000 draws, 1,000 permutations, Holm's correction within a report. Missing values are a group of their own. Sentences are the program's. ${describeMachine()}. ${today()}.`;
const report = `${parts.join("\n\n")}\n\n${about}`;
console.log(report);
if (values.write) writeSection("real-audits", "Real attributes", report);

async function audit(set: RealSet, sets: string, out: string): Promise<BiasReport> {
  const own = path.join(out, set.name.replaceAll(/\W+/g, "-").toLowerCase());
  const prepared = { images: path.join(own, "images"), attributes: path.join(own, "attributes.csv") };
  const { images, attributes } = existsSync(prepared.attributes) ? prepared : await prepareSet(set, sets, own);
  const model = path.join(own, `model-${values.seed}`);
  if (!existsSync(path.join(model, "model.json"))) {
    const epochs = values.epochs === undefined ? [] : ["--epochs", values.epochs];
    await runDiaphane(["train", images, "--out", model, "--size", "nano", "--seed", values.seed, ...epochs]);
  }
  const json = await runDiaphane(["audit", model, images, "--attributes", attributes, "--json"]);
  return biasReport.parse(JSON.parse(json.trim().split("\n").at(-1) ?? ""));
}

function sectionOf(
  { name, task, note }: RealSet,
  { labelled, subjects, findings, performance, intersections }: BiasReport,
) {
  const sentences = findings.map((finding) => `- ${describeFinding(finding, messages)}`);
  const rows = [...performance, ...intersections].flatMap(rowsOf);
  const few = intersections.filter(({ groups }) => groups.length === 0).map(({ attributes }) => attributes.join(" × "));
  return [
    `**${name}**, ${task}: ${labelled} labelled test images of ${subjects} subjects. ${note}`,
    sentences.join("\n"),
    table(["group", "images", "accuracy", "AUROC", "TPR", "FPR"], rows),
    ...(few.length > 0 ? [`No group of ${few.join(", ")} has enough images to be reported.`] : []),
  ].join("\n\n");
}

function rowsOf({ attributes, groups }: Grouping): string[][] {
  return groups.map(({ group, n, metrics: { accuracy, auroc, tpr, fpr } }) => [
    `${attributes.join(" × ")}: ${groupName(group, messages)}`,
    `${n}`,
    ...[accuracy, auroc, tpr, fpr].map((estimate) => (estimate ? shown(estimate) : messages.notEnough)),
  ]);
}
