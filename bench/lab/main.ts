import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserArguments, ensureBrowser } from "../../e2e/browser.ts";
import { quantile } from "../../packages/model/src/metrics/quantile.ts";
import { describeMachine, today } from "../report/machine.ts";
import { table, writeSection } from "../report/write-section.ts";
import { dragSlider } from "./drag-slider.ts";
import { type LabLoad, loadLab } from "./load-lab.ts";

// What a visitor's browser takes to open a public lab and to follow a slider, on a running platform. See bench/README.md.
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    models: { type: "string", default: "phantom-chest-nano,phantom-chest-small" },
    rounds: { type: "string", default: "5" },
    moves: { type: "string", default: "300" },
    write: { type: "boolean", default: false },
  },
});

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
try {
  const rows: string[][] = [];
  for (const model of values.models.split(",")) {
    const address = new URL(`/models/${model}/lab`, values.url).href;
    const loads: LabLoad[] = [];
    for (let round = 0; round < Number(values.rounds); round++) loads.push(await loadLab(browser, address));
    const drag = await dragSlider(browser, address, Number(values.moves));
    const kilobytes = (part: "otherBytes" | "weightsBytes") =>
      `${Math.round(
        at(
          0.5,
          loads.map((load) => load[part]),
        ) / 1000,
      )}`;
    const seconds = loads.map(({ secondsToPicture }) => secondsToPicture);
    rows.push([
      model,
      drag.engine,
      kilobytes("otherBytes"),
      kilobytes("weightsBytes"),
      `${at(0.5, seconds).toFixed(1)} (${Math.min(...seconds).toFixed(1)}–${Math.max(...seconds).toFixed(1)})`,
      at(0.5, drag.milliseconds).toFixed(1),
      at(0.95, drag.milliseconds).toFixed(1),
    ]);
  }
  const header = [
    "model",
    "engine",
    "kB besides weights",
    "kB of weights",
    "s to first picture",
    "redraw ms, median",
    "p95",
  ];
  const about = `First load with an empty cache, median (range) of ${values.rounds}; then one slider moved ${values.moves} times by mouse, a move a frame. Chromium ${browser.version()} without a GPU. ${describeMachine()}. ${today()}.`;
  const report = `${table(header, rows)}\n\n${about}`;
  console.log(report);
  if (values.write) writeSection("lab", "The latent lab in a browser", report);
} finally {
  await browser.close();
}

function at(share: number, numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((a, b) => a - b),
    share,
  );
}
