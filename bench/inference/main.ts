import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
import { type InputSize, inputSizes, type SizeName, sizeNames } from "../../packages/model/src/network/model-config.ts";
import { describeMachine, today } from "../report/machine.ts";
import { table, writeSection } from "../report/write-section.ts";
import { openBrowserBench } from "./run-in-chromium.ts";
import type { InferenceRequest, InferenceTimes } from "./time-inference.ts";

// How long a network takes to encode and decode: one image and many, on each engine, taking turns. See bench/README.md.
const { values } = parseArgs({
  options: {
    networks: { type: "string", default: "nano/32,small/64" },
    batches: { type: "string", default: "1,64" },
    rounds: { type: "string", default: "3" },
    calls: { type: "string", default: "20" },
    write: { type: "boolean", default: false },
  },
});

const answer = z.object({
  version: z.string(),
  times: z.array(
    z.object({
      ...{ execution: z.enum(["eager", "captured"]), batch: z.number() },
      ...{ encodeMs: z.number(), decodeMs: z.number() },
    }),
  ),
});

const browser = await openBrowserBench();
const versions = new Set<string>();
const engines: Record<string, (request: InferenceRequest) => Promise<InferenceTimes[]>> = {
  native: (request) => inNode("native", request),
  wasm: (request) => inNode("wasm", request),
  "wasm in Chromium": browser.time,
};
try {
  const rows: string[][] = [];
  for (const name of values.networks.split(",")) rows.push(...(await measure(name)));
  const header = ["network", "batch", "engine", "encode ms", "decode ms"];
  const about = `Milliseconds of a call from tensors to numbers: median (range) over ${values.rounds} alternating rounds of the median of ${values.calls} calls. wasm on one thread. ${[...versions].join("; ")}; Chromium ${browser.version}. ${describeMachine()}. ${today()}.`;
  const report = `${table(header, rows)}\n\n${about}`;
  console.log(report);
  if (values.write) writeSection("inference", "Inference by engine", report);
} finally {
  await browser.close();
}

async function measure(name: string): Promise<string[][]> {
  const request = { ...networkOf(name), batches: values.batches.split(",").map(Number), calls: Number(values.calls) };
  const found = new Map<string, InferenceTimes[]>();
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [engine, time] of Object.entries(engines)) {
      for (const times of await time(request)) {
        const key = [times.batch, engine === "native" ? `native, ${times.execution}` : engine].join("|");
        found.set(key, [...(found.get(key) ?? []), times]);
      }
    }
  }
  return request.batches.flatMap((batch) =>
    [...found].flatMap(([key, all]) => {
      const [of, engine = ""] = key.split("|");
      if (Number(of) !== batch) return [];
      const cell = (part: "encodeMs" | "decodeMs") => medianAndRange(all.map((times) => times[part]));
      return [[name, String(batch), engine, cell("encodeMs"), cell("decodeMs")]];
    }),
  );
}

function networkOf(name: string): { size: SizeName; inputSize: InputSize } {
  const [asked, side] = name.split("/");
  const size = sizeNames.find((known) => known === asked);
  const inputSize = inputSizes.find((known) => known === Number(side));
  if (size && inputSize) return { size, inputSize };
  throw new Error(`--networks names size/pixels such as nano/32 of ${sizeNames.join(", ")}, not ${name}`);
}

async function inNode(engine: string, request: InferenceRequest): Promise<InferenceTimes[]> {
  const script = fileURLToPath(new URL("./in-node.ts", import.meta.url));
  const env = { ...process.env, DIAPHANE_ENGINE: engine };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request)], { env });
  const { version, times } = answer.parse(JSON.parse(stdout));
  versions.add(version);
  return times;
}

function medianAndRange(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [first = 0, middle = 0, last = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${middle.toFixed(1)} (${first.toFixed(1)}–${last.toFixed(1)})`;
}
