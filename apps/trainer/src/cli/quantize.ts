import { precisions, quantizeBundle } from "@diaphane/model";
import { type Command, Option } from "commander";
import { readBundleFolder, writeBundleFolder } from "../bundle/bundle-folder.ts";

const smaller = precisions.filter((precision) => precision !== "float32");

interface QuantizeOptions {
  precision: (typeof smaller)[number];
  out: string;
}

const help = `
float16 halves a model; int8 takes it to about a quarter, with a scale for each output channel. Both are read wherever a model
is. The figures in model.json are left out, as they belong to the model in DIR; measure the copy with diaphane evaluate.

Example:
  $ npx diaphane quantize runs/pneumonia --precision int8 --out runs/pneumonia-int8
  $ npx diaphane evaluate runs/pneumonia-int8 pneumoniamnist.npz`;

/** `diaphane quantize`: a smaller copy of a model folder. */
export function addQuantize(program: Command): void {
  program
    .command("quantize")
    .summary("make a smaller copy of a trained model")
    .description("Stores the kernels of the model in DIR in fewer bits.")
    .argument("<dir>", "folder of the model")
    .addOption(new Option("--precision <name>", "of the kernels").choices(smaller).makeOptionMandatory())
    .requiredOption("--out <dir>", "folder for the copy")
    .addHelpText("after", help)
    .action(quantizeFolder);
}

async function quantizeFolder(folder: string, { precision, out }: QuantizeOptions): Promise<void> {
  const source = await readBundleFolder(folder);
  const copy = await quantizeBundle(source, precision);
  const sizes = { weightsBytes: copy.weights.length, sourceWeightsBytes: source.weights.length };
  await writeBundleFolder(out, copy, { precision, quantizedFrom: copy.manifest.provenance.quantizedFrom, ...sizes });
  const share = Math.round((100 * copy.weights.length) / source.weights.length);
  console.log(`${out}: ${copy.weights.length} bytes of weights in ${precision}, ${share} % of ${folder}.`);
}
