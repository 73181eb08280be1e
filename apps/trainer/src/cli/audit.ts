import { writeFile } from "node:fs/promises";
import { auditModel } from "@diaphane/model/bias";
import { describeFinding, type Language, languages, messagesOf, reportHtml } from "@diaphane/model/bias-page";
import { type Command, Option } from "commander";
import { encodeAuditedSplit, readPreset, type SplitName, splitNames } from "../audit/audited-split.ts";
import { addImageFileOption, type ImageFileOptions } from "../data/open-image-file.ts";
import { openEngine } from "../engine/open-engine.ts";
import { wholeNumber } from "./parse-options.ts";

interface AuditCommand extends ImageFileOptions {
  attributes: string;
  split: SplitName;
  preset?: string;
  json?: boolean;
  html?: string;
  language: Language;
  draws: number;
}

const help = `
Numbers have 95 % intervals by bootstrap; gaps between groups are tested by permutation, with Holm's correction.

Examples:
  $ npx diaphane audit runs/pneumonia pneumoniamnist.npz --attributes attributes.csv --html report.html
  $ npx diaphane audit runs/pneumonia pneumoniamnist.npz --attributes attributes.csv --json | jq .findings`;

/** `diaphane audit`: what a model encodes of attributes, relies on, and how it does by group. */
export function addAudit(program: Command): void {
  const command = program
    .command("audit")
    .summary("find bias in a trained model")
    .description(
      "Audits the model in DIR on one split of FILE: every group's figures, and what the decision relies on.",
    )
    .argument("<dir>", "folder of the model")
    .argument("<file>", "images with labels, masks or boxes: .npz, .zip or a folder")
    .requiredOption("--attributes <csv>", "table with the columns split,index,<attribute>…")
    .addOption(new Option("--split <name>", "which images").choices(splitNames).default("test"))
    .option("--preset <json>", "audit the model with this preset on")
    .option("--json", "print the report as one JSON object")
    .option("--html <file>", "write the report as a page that stands alone")
    .addOption(new Option("--language <code>", "of the page and of what is printed").choices(languages).default("en"))
    .option("--draws <n>", "bootstrap resamples", wholeNumber(100), 1000);
  addImageFileOption(command).addHelpText("after", help).action(audit);
}

async function audit(folder: string, file: string, options: AuditCommand): Promise<void> {
  const { attributes, split, json, html, language, draws, mapping } = options;
  const preset = options.preset === undefined ? undefined : await readPreset(options.preset);
  await openEngine();
  const asked = { folder, file, attributes, split, mapping, ...(preset ? { preset } : {}) };
  const { bundle, model, request } = await encodeAuditedSplit(asked);
  model.dispose();
  const report = auditModel(request, { seed: bundle.manifest.provenance.seed, draws });
  if (html !== undefined) await writeFile(html, reportHtml(report, language));
  if (json) {
    console.log(JSON.stringify(report));
    return;
  }
  const messages = messagesOf(language);
  console.log(report.findings.map((finding) => describeFinding(finding, messages)).join("\n"));
}
