import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { table, writeSection } from "../report/write-section.ts";
import { auditCases } from "./audit-cases.ts";

// A report's group metrics on many images, beside fairlearn and numpy, taking turns in one run. See bench/README.md.
const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    images: { type: "string", default: "100000" },
    draws: { type: "string", default: "1000" },
    /** Of MetricFrame's own bootstrap, which takes too long for all of them; its time is scaled up. 0: leave it out. */
    "frame-draws": { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    write: { type: "boolean", default: false },
  },
});
const { images, draws, "frame-draws": frameDraws } = values;
const rounds = Number(values.rounds);
if (!(rounds >= 1)) throw new Error("--rounds is a whole number from 1");

interface Measured {
  seconds: number;
  megabytes: number;
  values: (number | null)[][][];
  versions?: Record<string, string>;
}

const folder = mkdtempSync(path.join(tmpdir(), "diaphane-audit-"));
const file = path.join(folder, "cases.json");
const { labels, codes, attributes } = auditCases(Number(images));
const scores = Array.from(codes, (logit) => 1 / (1 + Math.exp(-logit)));
writeFileSync(file, JSON.stringify({ labels: [...labels], scores, attributes: attributes.map(({ of }) => [...of]) }));

const script = fileURLToPath(new URL("../peers/audit_fairlearn.py", import.meta.url));
const own = fileURLToPath(new URL("measure-ours.ts", import.meta.url));
const run = (program: string, args: string[]): Measured => {
  const measured: Measured = JSON.parse(execFileSync(program, args, { maxBuffer: 2 ** 28, encoding: "utf8" }));
  console.error(path.basename(program), args.slice(1).join(" "), measured.seconds.toFixed(1), "s");
  return measured;
};
const ours = () => run(process.execPath, [own, images, draws]);
const byNumpy = () => run(values.python, [script, file, "numpy", draws]);
/** What all draws would take: a pass for the values, and one a draw. */
const byFrame = (): Measured => {
  const few = run(values.python, [script, file, "fairlearn", frameDraws]);
  return { ...few, seconds: (few.seconds / (1 + Number(frameDraws))) * (1 + Number(draws)) };
};

const found: { ours: Measured; numpy: Measured; frame: Measured | null }[] = [];
try {
  for (let round = 0; round < rounds; round++) {
    const turn = { ours: ours(), numpy: byNumpy(), frame: Number(frameDraws) > 0 ? byFrame() : null };
    checkEqual(turn.ours.values, turn.numpy.values);
    found.push(turn);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const rows = [
  row("Diaphane", (turn) => turn.ours),
  row("numpy, sorted and binned once; values by MetricFrame", (turn) => turn.numpy),
  ...(Number(frameDraws) > 0 ? [row("MetricFrame's bootstrap, scaled up", (turn) => turn.frame)] : []),
];
const versions = Object.entries(found[0]?.numpy.versions ?? {}).map(([name, version]) => `${name} ${version}`);
const scaled =
  Number(frameDraws) > 0 ? ` MetricFrame's own bootstrap was run for ${frameDraws} draws and scaled up.` : "";
const about = `Nine metrics of every group of six attributes with ${Number(draws).toLocaleString("en")} bootstrap draws, ${Number(images).toLocaleString("en")} images of two classes. Seconds of processor time and peak of resident memory, each run a process of its own, taking turns; median of ${rounds} rounds, ratio to ours with its range. Diaphane's has the gaps between groups, the cells and the whole set besides. Values are checked to agree to 1e-9.${scaled} ${versions.join(", ")}. ${describeMachine()}. ${today()}.`;
const report = `${table(["by", "seconds", "peak MB", "ratio (range)"], rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("audit", "A bias report beside fairlearn and numpy", report);

function row(name: string, of: (turn: (typeof found)[number]) => Measured | null): string[] {
  const all = found.flatMap((turn) => {
    const measured = of(turn);
    return measured ? [{ ...measured, ratio: measured.seconds / turn.ours.seconds }] : [];
  });
  const ratios = all.map(({ ratio }) => ratio);
  const [seconds, megabytes] = [median(all.map((one) => one.seconds)), median(all.map((one) => one.megabytes))];
  const range = `${median(ratios).toFixed(1)} × (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`;
  return [name, seconds.toFixed(1), megabytes.toFixed(0), range];
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

/** @throws Error when a value is another one there */
function checkEqual(here: Measured["values"], there: Measured["values"]): void {
  const [flat, other] = [here, there].map((of) => of.flat(2));
  flat?.forEach((value, place) => {
    const difference = Math.abs((value ?? Number.NaN) - (other?.[place] ?? Number.NaN));
    if (!(difference < 1e-9)) throw new Error(`Value ${place} is ${value} here and ${other?.[place]} there.`);
  });
}
