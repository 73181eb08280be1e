import { flattenSettings, type Settings } from "../comparison/settings/flatten-settings.ts";

export interface SettingGroup<Run> {
  key: string;
  settings: Settings;
  runs: Run[];
}

/** Runs of one configuration together, in the order in which the configurations are first met: only seeds differ within. */
export function groupRuns<Run extends { config: unknown }>(runs: readonly Run[]): SettingGroup<Run>[] {
  const groups = new Map<string, SettingGroup<Run>>();
  for (const run of runs) {
    const settings = flattenSettings(run.config);
    const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key);
    if (group) group.runs.push(run);
    else groups.set(key, { key, settings, runs: [run] });
  }
  return [...groups.values()];
}
