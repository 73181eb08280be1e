import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../docs/images", import.meta.url));

/** Puts a picture into docs/images. @returns how docs/benchmarks.md shows it */
export async function writeFigure(name: string, picture: string, description: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.svg`), picture);
  return `![${description}](images/${name}.svg)`;
}
