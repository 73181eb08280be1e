import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EvaluationReport } from "../../apps/trainer/src/cli/evaluation-report.ts";
import type { ObjectiveTerm } from "../../packages/model/src/objective/objective-term.ts";
import { runDiaphane } from "./run-diaphane.ts";

/** What `diaphane train --json` says of a training. */
export interface TrainingSummary {
  engine: string;
  engineVersion: string;
  parameters: number;
  epochs: number;
  seconds: number;
  validation: EvaluationReport;
  test: EvaluationReport;
}

/** Trains on a file through the command line that a researcher uses; the model is not kept. @param objective terms in place of the default ones */
export async function trainFile(
  file: string,
  options: readonly string[],
  objective?: readonly ObjectiveTerm[],
): Promise<TrainingSummary> {
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-bench-"));
  try {
    const terms = path.join(folder, "objective.json");
    if (objective) await writeFile(terms, JSON.stringify(objective));
    const given = objective ? ["--objective", terms] : [];
    const args = ["train", file, ...options, ...given, "--out", path.join(folder, "model"), "--json"];
    const stdout = await runDiaphane(args);
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  } finally {
    await rm(folder, { recursive: true });
  }
}
