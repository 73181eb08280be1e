import { writeFile } from "node:fs/promises";
import { fitPreset, presetMethods } from "@diaphane/model/debias";
import { type Command, InvalidArgumentError, Option } from "commander";
import { encodeAuditedSplit, type SplitName, splitNames } from "../audit/audited-split.ts";
import { addImageFileOption, type ImageFileOptions } from "../data/open-image-file.ts";
import { openEngine } from "../engine/open-engine.ts";
import { listOf, oneOf, share, wholeNumber } from "./parse-options.ts";

interface FitCommand extends ImageFileOptions {
  attributes: string;
  attribute: string[];
  out: string;
  method: (typeof presetMethods)[number];
  rank: 1 | 2;
  alpha: number;
  split: SplitName;
  seed: number;
}

const help = `
A preset is fitted on images that the model did not learn from. Every label needs some images of every value; which are
missing is said.

Example:
  $ npx diaphane preset fit runs/tagged tagged.npz --attributes attributes.csv --attribute tag --out preset.json`;

/** `diaphane preset fit`: a map of the latents that takes an attribute out of a model's decisions. */
export function addPreset(program: Command): void {
  const command = program
    .command("preset")
    .summary("take an attribute out of a model's decisions")
    .description(
      "Presets: maps of a model's latents that take an attribute out of its decisions. Weights stay as they are.",
    )
    .command("fit")
    .summary("fit a preset on validation images")
    .description("Fits a preset for the model in DIR on one split of FILE.")
    .argument("<dir>", "folder of the model")
    .argument("<file>", "images with labels: .npz, .zip or a folder")
    .requiredOption("--attributes <csv>", "table with the columns split,index,<attribute>…")
    .requiredOption("--attribute <names>", "what to take out; several with commas between, in one map", listOf(String))
    .requiredOption("--out <json>", "where the preset is written")
    .addOption(
      new Option("--method <name>", "how")
        .argParser(oneOf(presetMethods))
        .choices(presetMethods)
        .default("cell-balanced-leace"),
    )
    .option("--rank <n>", "1: the attribute; 2: and how it goes with each label", parseRank, 1)
    .option("--alpha <share>", "how strongly it is on, 0 to 1", share, 1)
    .addOption(new Option("--split <name>", "which images").choices(splitNames).default("validation"))
    .option("--seed <n>", "of what is drawn", wholeNumber(0), 1);
  addImageFileOption(command).addHelpText("after", help).action(fitCommand);
}

async function fitCommand(folder: string, file: string, options: FitCommand, command: Command): Promise<void> {
  const { attributes, attribute, out, method, rank, alpha, split, seed, mapping } = options;
  await openEngine();
  const { model, request } = await encodeAuditedSplit({ folder, file, attributes, split, mapping });
  model.dispose();
  const chosen = attribute.map((name) => {
    const column = request.attributes.find((one) => one.name === name);
    if (column) return column;
    const known = request.attributes.map((one) => one.name).join(", ");
    return command.error(`--attribute ${name} is not in ${attributes}, which has ${known}`);
  });
  const preset = fitPreset({ ...request, split, attributes: chosen }, { method, rank, alpha, seed });
  await writeFile(out, `${JSON.stringify(preset, null, 2)}\n`);
  const { count, smallCells } = preset.fit;
  console.log(`${method}, rank ${rank}, fitted on ${count} images of ${split}: ${out}`);
  for (const { label, attribute: name, value, n } of smallCells) {
    console.log(`  few images: ${label} with ${name} = ${value}: ${n}`);
  }
}

function parseRank(text: string): 1 | 2 {
  if (text === "1") return 1;
  if (text === "2") return 2;
  throw new InvalidArgumentError("It is 1 or 2.");
}
