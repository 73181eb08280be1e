import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { exportOnnx, onnxOpset } from "@diaphane/model/onnx";
import type { Command } from "commander";
import { readPreset } from "../audit/audited-split.ts";
import { readBundleFolder } from "../bundle/bundle-folder.ts";
import { share } from "./parse-options.ts";

interface ExportOptions {
  out: string;
  preset?: string;
  alpha?: number;
}

const help = `
encoder.onnx, decoder.onnx, and one file for each head: classifier.onnx, segmentation.onnx, detection.onnx. Opset ${onnxOpset}, float32, any
number of images at once. Images are pixels in 0 … 1, channels before rows [n, channels, size, size]; the names of inputs and outputs
and what they mean are in the files. With a preset, latents and logits are those with the preset on.

Example:
  $ npx diaphane export-onnx runs/pneumonia --out pneumonia-onnx
  $ npx diaphane export-onnx runs/tagged --out tagged-onnx --preset preset.json`;

/** `diaphane export-onnx`: a model folder as ONNX files. */
export function addExportOnnx(program: Command): void {
  program
    .command("export-onnx")
    .summary("write a trained model as ONNX files")
    .description("Writes the model in DIR as ONNX files, with a preset folded in where one is given.")
    .argument("<dir>", "folder of the model")
    .requiredOption("--out <dir>", "folder for the ONNX files")
    .option("--preset <json>", "fold this preset in")
    .option("--alpha <share>", "how strongly, 0 to 1; left out, as the preset says", share)
    .addHelpText("after", help)
    .action(exportFolder);
}

async function exportFolder(folder: string, options: ExportOptions, command: Command): Promise<void> {
  const { out, preset: presetFile, alpha } = options;
  if (alpha !== undefined && presetFile === undefined) command.error("--alpha is the strength of a --preset");
  const preset = presetFile === undefined ? undefined : await readPreset(presetFile);
  const bundle = await readBundleFolder(folder);
  const files = await exportOnnx(bundle, { ...(preset && { preset }), ...(alpha !== undefined && { alpha }) });
  await mkdir(out, { recursive: true });
  for (const [part, bytes] of files) {
    const file = path.join(out, `${part}.onnx`);
    await writeFile(file, bytes);
    console.log(`${file}: ${bytes.length} bytes, opset ${onnxOpset}`);
  }
}
