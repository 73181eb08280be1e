import { findDuplicates } from "@diaphane/data/formats";
import type { Command } from "commander";
import { addImageFileOption, type ImageFileOptions, openImageFile } from "../data/open-image-file.ts";

interface CheckOptions extends ImageFileOptions {
  json?: boolean;
}

const help = `
Reads everything, as an import would, and lists what was left out and why. Then images that are there twice: with equal pixels, or near by
perceptual hash. Across splits they make scores too good.

Example:
  $ npx diaphane check dermamnist.npz`;

/** `diaphane check`: what a file holds, and what is wrong with it. */
export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .summary("tell what a file holds, and find images that are there twice")
    .description("Reads images of any format without importing them.")
    .argument("<file>", "images: .npz, .zip or a folder")
    .option("--json", "print one JSON object");
  addImageFileOption(command).addHelpText("after", help).action(check);
}

async function check(file: string, { json, ...options }: CheckOptions): Promise<void> {
  const source = await openImageFile(file, options);
  try {
    const { meta, notes } = source;
    const duplicates = await findDuplicates(source);
    const across = duplicates.filter(({ splits: [a, b] }) => a !== b);
    if (json) {
      console.log(JSON.stringify({ ...meta, notes, duplicates }));
      return;
    }
    const exact = duplicates.filter(({ kind }) => kind === "exact").length;
    console.log(`${meta.name}: ${meta.count} images of ${meta.width} × ${meta.height} × ${meta.channels}`);
    console.log(`twice: ${exact} equal, ${duplicates.length - exact} near; ${across.length} of them across splits`);
    for (const { first, second, kind, splits } of across.slice(0, 20)) {
      console.log(`  images ${first} (${splits[0]}) and ${second} (${splits[1]}): ${kind}`);
    }
  } finally {
    await source.close();
  }
}
