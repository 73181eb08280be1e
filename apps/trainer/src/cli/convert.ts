import { EXPORT_FORMATS, type ExportFormat, writeExport } from "@diaphane/data/formats";
import { type Command, Option } from "commander";
import { addImageFileOption, type ImageFileOptions, openImageFile } from "../data/open-image-file.ts";

interface ConvertOptions extends ImageFileOptions {
  to: ExportFormat;
  out: string;
}

const examples = `
npz: the layout of MedMNIST with masks, boxes, subjects and names; attributes are lost. folder: PNG files, metadata.csv, and boxes in
COCO's layout; nothing is lost. coco: PNG files, and boxes and masks in COCO's
layout; labels and attributes are lost. medimeta: MedIMeta's layout, for classification; masks and boxes are lost.

Examples:
  $ npx diaphane convert padufes.zip --to npz --out padufes.npz
  $ npx diaphane convert study.zip --mapping ct.json --to folder --out study`;

/** `diaphane convert`: images of any format that is read, in a format that others read. */
export function addConvert(program: Command): void {
  const command = program
    .command("convert")
    .summary("write images of any format in another format")
    .description("Reads images with all that is known of them, and writes them in another format.")
    .argument("<file>", "images: .npz, .zip or a folder")
    .addOption(new Option("--to <format>", "what is written").choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption("--out <path>", "file or folder to write; must not exist");
  addImageFileOption(command).addHelpText("after", examples).action(convert);
}

async function convert(file: string, { to, out, ...options }: ConvertOptions): Promise<void> {
  const source = await openImageFile(file, options);
  try {
    await writeExport(source, to, out);
    console.log(`${out}: ${source.meta.count} images of ${source.meta.width} × ${source.meta.height}`);
  } finally {
    await source.close();
  }
}
