import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readWhole } from "../../packages/data/src/formats/archive/file-tree.ts";
import { openTree } from "../../packages/data/src/formats/archive/open-tree.ts";
import { decodeDicom } from "../../packages/data/src/formats/index.ts";
import { readTable } from "../../packages/data/src/formats/table/read-table.ts";
import { DataError } from "../../packages/data/src/index.ts";

/**
 * Decodes every file that a manifest lists and holds the SHA-256 of its values against the manifest's: columns file, decodes,
 * pix_sha256, pix_min, pix_max, pix_mean. Lossy files may differ by a grey level, so their mean is compared.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const [folder = ""] = positionals;
const tree = await openTree(folder);
const table = await readTable(await readFile(path.join(folder, "manifest.csv")), { file: folder, key: "manifest.csv" });
const column = (row: string[], name: string) => row[table.columns.indexOf(name)] ?? "";
const counts = new Map<string, number>();
for (const row of table.rows) {
  const name = column(row, "file");
  const outcome = await compare(row, name);
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (!outcome.startsWith("equal")) console.log(`${name}: ${outcome}`);
}
console.log(Object.fromEntries(counts));

/** The manifest hashes big-endian arrays as they lie in the file. */
function swaps(dtype: string, bytes: Buffer): Buffer {
  if (!dtype.startsWith(">")) return bytes;
  return dtype.endsWith("4") ? Buffer.from(bytes).swap32() : Buffer.from(bytes).swap16();
}

async function compare(row: string[], name: string): Promise<string> {
  const file = tree.files.find((one) => one.path === name);
  if (!file) return "not there";
  const hash = createHash("sha256");
  let [sum, count] = [0, 0];
  try {
    for await (const { values } of decodeDicom(await readWhole(tree, file), { file: folder, key: name })) {
      const stored = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
      hash.update(swaps(column(row, "dtype"), stored));
      for (const value of values) sum += value;
      count += values.length;
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return column(row, "decodes") === "yes" ? `refused: ${error.message}` : "equal: neither decodes";
  }
  if (column(row, "decodes") !== "yes") return "decodes here only";
  if (hash.digest("hex") === column(row, "pix_sha256")) return "equal: hash";
  const [mean, wanted] = [sum / count, Number(column(row, "pix_mean"))];
  return Math.abs(mean - wanted) < 1
    ? `equal: mean (${mean.toFixed(3)} / ${wanted})`
    : `differs: mean ${mean} / ${wanted}`;
}
