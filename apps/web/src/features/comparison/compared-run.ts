import { classColour, lineDashes } from "@diaphane/ui";
import type { RunProgress } from "@/features/training/progress/run-progress.ts";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { flattenSettings, type Settings } from "./settings/flatten-settings.ts";

export type RunWithResult = RouterOutputs["run"]["compare"][number];

/** A run as the comparison shows it; colour and dashes are its own on the whole page. */
export interface ComparedRun {
  readonly run: RunWithResult;
  /** Null until the first answer is there. */
  readonly progress: RunProgress | null;
  readonly settings: Settings;
  readonly label: string;
  readonly colour: string;
  readonly dashes: string;
}

/** All that was chosen before a run was started, its data and seed among it. */
export function settingsOfRun({
  datasetVersion,
  seed,
  config,
}: Pick<RunWithResult, "datasetVersion" | "seed" | "config">): Settings {
  return { data: `${datasetVersion.dataset.name} ${datasetVersion.number}`, seed, ...flattenSettings(config) };
}

/** The strokes of the run at that place. */
export function strokeAt(index: number): Pick<ComparedRun, "colour" | "dashes"> {
  return { colour: classColour(index), dashes: lineDashes(index) };
}

export function isActive({ status }: Pick<RunWithResult, "status">): boolean {
  return status === "QUEUED" || status === "RUNNING";
}
