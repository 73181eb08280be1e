import type { PlotRow } from "../report/plot-rows.ts";
import { spreadCell } from "../report/spread-cell.ts";
import { spreadOf } from "../report/spread-of.ts";

/** One network. */
export interface PlantedTask {
  data: string;
  training: string;
  seed: number;
  epochs: number;
}

/** How one way to decide does on one set of test images. */
export interface DecisionFigures {
  /** The name of the training, where nothing was done after it. */
  decision: string;
  /** The audit images that it was learned on; null where it was not. */
  audit: string | null;
  test: string;
  /** Accuracy of the worst of the four cells label × tag. */
  worst: number;
  auc: number;
  /** AUROC of the tag by probes that learn anew on the test images, cross-validated. */
  linear?: number;
  nonLinear?: number;
  /** That learning took, without the training. */
  seconds?: number;
}

export interface PlantedResult {
  figures: DecisionFigures[];
  /** Of the training, all threads. */
  cpuSeconds: number;
  engine: string;
  date: string;
}

export type PlantedRow = PlantedTask & PlantedResult;

/** The trainings that a recovery lies between. */
const [flawed, clean] = ["as it is", "clean images"];

/** Figures of one seed beside that seed's networks with the flaw and without it. */
interface Placed extends DecisionFigures {
  /** 0: as the tagged network, 1: as the one trained on clean images; null until both were measured. */
  recovery: number | null;
  cost: number;
}

/** A row a decision, audit set and test set, over seeds. */
export function plantedTable(rows: readonly PlantedRow[], seeds: number): string[][] {
  return [...groupedBy(placed(rows), keyOf).values()].map((found) => {
    const [{ decision = "", audit = null, test = "" } = {}] = found;
    const cell = (read: (one: Placed) => number | null | undefined, digits: number): string =>
      spreadCell(
        found.map((one) => read(one) ?? null),
        seeds,
        digits,
      );
    return [
      ...[decision, audit ?? "", test, cell(({ worst }) => worst, 3)],
      decision === flawed || decision === clean ? "" : cell(({ recovery }) => recovery, 2),
      ...[cell(({ auc }) => auc, 3), cell(({ linear }) => linear, 2), cell(({ nonLinear }) => nonLinear, 2)],
      cell(({ cost }) => cost, 1),
    ];
  });
}

/** Worst cells on test images that are like the training ones: a row a decision, a series a kind of audit images. */
export function plantedPlot(rows: readonly PlantedRow[], audits: readonly string[]): PlotRow[] {
  const shown = placed(rows).filter(({ test }) => test === "like");
  return [...groupedBy(shown, ({ decision }) => decision)].map(([name, found]) => {
    const of = (audit: string | null) => {
      const values = found.filter((one) => one.audit === audit).map(({ worst }) => worst);
      return values.length === 0 ? null : spreadOf(values);
    };
    return { name, values: [of(null), ...audits.map(of)] };
  });
}

function placed(rows: readonly PlantedRow[]): Placed[] {
  return rows.flatMap(({ seed, figures, cpuSeconds }) => {
    const worstOf = (name: string, test: string): number =>
      rows
        .filter((row) => row.seed === seed && row.training === name)
        .flatMap((row) => row.figures)
        .find((one) => one.decision === name && one.test === test)?.worst ?? Number.NaN;
    return figures.map((one) => {
      const from = worstOf(flawed, one.test);
      const recovery = (one.worst - from) / (worstOf(clean, one.test) - from);
      return { ...one, recovery: Number.isFinite(recovery) ? recovery : null, cost: one.seconds ?? cpuSeconds };
    });
  });
}

function keyOf({ decision, audit, test }: DecisionFigures): string {
  return [decision, audit, test].join("|");
}

function groupedBy<Of>(all: readonly Of[], key: (one: Of) => string): Map<string, Of[]> {
  const groups = new Map<string, Of[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
