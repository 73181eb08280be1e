import { differingSettings } from "./differing-settings.ts";
import type { Settings } from "./flatten-settings.ts";

/** What people speak of first. Much follows from the size, and then says nothing more. */
const first = ["model.size", "objective.beta.beta", "objective.capacity.capacity", "model.latentDim", "seed"];

/** As few settings as tell these apart, at most `most`: each names some that those before it leave alike. */
export function tellingSettings(runs: readonly Settings[], most: number): string[] {
  const { differing } = differingSettings(runs);
  const ordered = [
    ...first.filter((path) => differing.includes(path)),
    ...differing.filter((path) => !first.includes(path)),
  ];
  const telling: string[] = [];
  for (const path of ordered) {
    if (telling.length < most && countKinds(runs, [...telling, path]) > countKinds(runs, telling)) telling.push(path);
  }
  return telling;
}

/** How many of the runs these settings tell apart. */
function countKinds(runs: readonly Settings[], paths: readonly string[]): number {
  return new Set(runs.map((settings) => JSON.stringify(paths.map((path) => settings[path] ?? null)))).size;
}
