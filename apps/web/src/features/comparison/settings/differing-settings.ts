import type { Settings } from "./flatten-settings.ts";

export interface SettingNames {
  readonly differing: readonly string[];
  readonly shared: readonly string[];
}

/** Which settings differ among some runs, one that only some have included; in the order in which they are first met. */
export function differingSettings(runs: readonly Settings[]): SettingNames {
  const names = [...new Set(runs.flatMap((settings) => Object.keys(settings)))];
  const isShared = (name: string) => runs.every((settings) => Object.is(settings[name], runs[0]?.[name]));
  return { differing: names.filter((name) => !isShared(name)), shared: names.filter(isShared) };
}
