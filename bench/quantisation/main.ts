import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { meanAndDeviation } from "../report/mean-and-deviation.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { table, writeSection } from "../report/write-section.ts";

// What fewer bits cost: each model as trained and its float16 and int8 copies, on the same test images. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "nano,small" },
    seeds: { type: "string", default: "1" },
    /** Of every training; left out, the default of each size. */
    epochs: { type: "string" },
    /** Folder of trained models, kept and taken again. */
    keep: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name an .npz file in the layout of MedMNIST");
const data = path.basename(file, ".npz");

interface Measured {
  bytes: number;
  auc: number;
  accuracy: number;
  psnr: number;
}

const precisions = ["float32", "float16", "int8"] as const;
const working = await mkdtemp(path.join(tmpdir(), "diaphane-bench-"));
const rows: string[][] = [];
const trainedFor: string[] = [];
let engine = "";
try {
  for (const size of values.size.split(",")) {
    const models: string[] = [];
    for (const seed of values.seeds.split(",")) models.push(await trainedModel(size, seed));
    trainedFor.push(await epochsOf(models[0] ?? ""));
    let trained: Measured[] = [];
    for (const precision of precisions) {
      const found: Measured[] = [];
      for (const model of models) found.push(await measure(model, precision));
      if (precision === "float32") trained = found;
      const losses = found.map(({ auc }, index) => (trained[index]?.auc ?? Number.NaN) - auc);
      const spread = (read: (result: Measured) => number, digits: number) => meanAndDeviation(found.map(read), digits);
      rows.push([
        ...[size, precision, (found[0]?.bytes ?? 0).toLocaleString("en"), spread(({ auc }) => auc, 4)],
        precision === "float32" ? "–" : meanAndDeviation(losses, 4),
        ...[spread(({ accuracy }) => accuracy, 4), spread(({ psnr }) => psnr, 2)],
      ]);
    }
  }
} finally {
  await rm(working, { recursive: true });
}
const header = ["network", "kernels", "weights (bytes)", "AUC", "AUC lost", "accuracy", "PSNR (dB)"];
const about = `${data}, test split, seeds ${values.seeds}, trained for ${trainedFor.join(" and ")} epochs; accuracy at probability .5 or of the most probable class. Engine ${engine}. ${describeMachine()}. ${today()}.`;
const report = `${table(header, rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("quantisation", "Models in fewer bits", report);

async function trainedModel(size: string, seed: string): Promise<string> {
  const folder = path.join(values.keep ?? working, `${data}-${size}-${seed}`);
  if (existsSync(path.join(folder, "model.json"))) return folder;
  const epochs = values.epochs === undefined ? [] : ["--epochs", values.epochs];
  await runDiaphane(["train", file ?? "", "--size", size, "--seed", seed, ...epochs, "--out", folder]);
  return folder;
}

/** How long a model was trained, by its own manifest. */
async function epochsOf(model: string): Promise<string> {
  const manifest: { training: { epochs: number } } = JSON.parse(await readFile(path.join(model, "model.json"), "utf8"));
  return `${manifest.training.epochs}`;
}

async function measure(model: string, precision: (typeof precisions)[number]): Promise<Measured> {
  const folder = precision === "float32" ? model : path.join(working, `${path.basename(model)}-${precision}`);
  if (precision !== "float32") await runDiaphane(["quantize", model, "--precision", precision, "--out", folder]);
  const result: { engine: string; auc: { value: number }; accuracy: { value: number }; psnr: { value: number } } =
    JSON.parse(await runDiaphane(["evaluate", folder, file ?? "", "--json"]));
  engine = result.engine;
  const { size: bytes } = await stat(path.join(folder, "weights.safetensors"));
  return { bytes, auc: result.auc.value, accuracy: result.accuracy.value, psnr: result.psnr.value };
}
