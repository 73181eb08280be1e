import { parseArgs } from "node:util";
import { activeUnits } from "../../packages/model/src/latent/active-units.ts";
import type { ObjectiveTerm } from "../../packages/model/src/objective/objective-term.ts";
import { defaultTrainingConfig, type TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { describeMachine, today } from "../report/machine.ts";
import { plotPoints } from "../report/plot-points.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { trainHere } from "../report/train-here.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import { drawGrid, type FactorGrid, gridData, splitGrid } from "./factor-grid.ts";
import { measureCodes } from "./measure-codes.ts";
import { objectiveNamed, objectives } from "./objectives.ts";
import { phantomGrid } from "./phantom-grid.ts";
import { shapesGrid } from "./shapes-grid.ts";
import {
  columns,
  type DisentanglementResult,
  type DisentanglementTask,
  disentanglementTable,
  tradeOff,
} from "./summary.ts";

// Every metric of disentanglement for every objective, on images whose factors are known. See bench/README.md.
const grids: Record<string, FactorGrid> = { shapes: shapesGrid, phantom: phantomGrid };
const { values } = parseArgs({
  options: {
    results: { type: "string", default: resultsFolder },
    data: { type: "string", default: Object.keys(grids).join(",") },
    /** With a semicolon between, as some have a comma in their name. */
    objectives: { type: "string", default: objectives.map(({ name }) => name).join(";") },
    seeds: { type: "string", default: "1,2,3" },
    epochs: { type: "string", default: "8" },
    /** Train nothing: tell of the results that there are. */
    stored: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const names = values.objectives.split(";").map((name) => objectiveNamed(name).name);
const seeds = values.seeds.split(",").map(Number);
const epochs = Number(values.epochs);
const results = new ResultFile<DisentanglementTask, DisentanglementResult>(values.results, "disentanglement");

for (const data of values.data.split(",")) {
  const grid = grids[data];
  if (grid === undefined) throw new Error(`${data} is none of ${Object.keys(grids).join(", ")}`);
  await compare(grid);
}

async function compare(grid: FactorGrid): Promise<void> {
  const tasks = seeds.flatMap((seed) =>
    names.map((objective): DisentanglementTask => ({ data: grid.name, objective, seed, epochs })),
  );
  const rows = await runGrid({ tasks, results, stored: values.stored, measure: measureWith(grid) });
  const section = table(
    ["objective", ...columns.map(({ title }) => title)],
    disentanglementTable(rows, names, seeds.length),
  );
  const dates = rows.map(({ date }) => date).sort();
  const engines = [...new Set(rows.map(({ engine }) => engine))].join(", ");
  const factors = grid.factors.map(({ name, levels }) => `${name} (${levels})`).join(", ");
  const label = grid.classes.length > 0 ? " The class head learns whether there is an opacity, in each row alike." : "";
  const about = `\`nano\` at 32 px, 16 latents, ${epochs} epochs of eight tenths of all combinations of ${factors}; metrics on all of them with the samples and votes of Locatello et al. 2019, mean ± standard deviation over seeds ${values.seeds}. DCI by lasso.${label} Gaussian likelihood with a learned σ, so a β here is not the β of a paper. Capacity + alignment is told the factors; the others are not. Engine ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
  console.log(`${section}\n\n${about}`);
  if (!values.write) return;
  const { yTitle, points } = tradeOff(rows, names);
  const title = `${grid.name}: what disentanglement costs`;
  const picture = plotPoints({ title, xTitle: "mutual information gap", yTitle, points });
  const figure = await writeFigure(`disentanglement-${grid.name}`, picture, `${yTitle} against MIG, by objective`);
  const content = `${section}\n\n${figure}\n\n${about}`;
  writeSection(`disentanglement-${grid.name}`, `Disentanglement: ${grid.name}`, content);
}

function measureWith(grid: FactorGrid) {
  // Drawn when first needed: telling of stored results needs no image.
  let drawn: ReturnType<typeof drawAndSplit> | undefined;
  return async ({ objective, seed }: DisentanglementTask): Promise<DisentanglementResult> => {
    drawn ??= drawAndSplit(grid);
    const { images, data } = drawn;
    const { model, test, engine } = await trainHere(data, configOf(grid, objective, data.train.count), seed);
    try {
      const { mu } = await model.encode(images);
      const codes = { rows: images.count, columns: model.config.latentDim, values: mu };
      return {
        ...(await measureCodes(gridData(grid), codes, seed)),
        active: activeUnits(model.manifest.latents).length,
        psnr: test?.psnr.value ?? Number.NaN,
        auc: test?.auc?.value ?? null,
        ...{ engine, date: today() },
      };
    } finally {
      model.dispose();
    }
  };
}

function drawAndSplit(grid: FactorGrid) {
  const images = drawGrid(grid);
  return { images, data: splitGrid(images) };
}

function configOf(grid: FactorGrid, objective: string, count: number): TrainingConfig {
  const defaults = defaultTrainingConfig({ size: "nano", inputSize: 32, channels: 1, classes: grid.classes, count });
  const isKl = ({ kind }: ObjectiveTerm): boolean => kind === "capacity";
  const terms = [...defaults.objective.filter((term) => !isKl(term)), ...objectiveNamed(objective).terms(grid)];
  // Images are moved by factors of their own: an augmentation would teach that those don't matter.
  const still = { shiftPixels: 0, rotationDegrees: 0, scale: 0, brightness: 0 };
  return { ...defaults, objective: terms, augmentation: still, epochs };
}
