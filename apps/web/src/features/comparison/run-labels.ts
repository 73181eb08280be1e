import type { Settings, SettingValue } from "./settings/flatten-settings.ts";
import { tellingSettings } from "./settings/telling-settings.ts";

export interface LabelledRun {
  modelName: string;
  settings: Settings;
}

export interface SettingText {
  name(path: string): string;
  value(value: SettingValue | undefined): string;
}

const longest = 3;

/**
 * What to call each run beside the others: its model's name where that tells them apart, else what differs as well
 * ("Chest · small · Seed 2"), at most three settings; a number where even those are alike.
 */
export function runLabels(runs: readonly LabelledRun[], text: SettingText): string[] {
  const names = runs.map(({ modelName }) => modelName);
  if (isUnique(names)) return names;
  const paths = tellingSettings(
    runs.map(({ settings }) => settings),
    longest,
  );
  const hasOneName = new Set(names).size === 1;
  const labels = runs.map(({ modelName, settings }) => {
    const parts = paths
      .filter((path) => settings[path] !== undefined)
      .map((path) => settingLabel(path, settings, text));
    return [...(hasOneName && parts.length > 0 ? [] : [modelName]), ...parts].join(" · ");
  });
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length;
    return labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${before + 1})`;
  });
}

/** "β 4"; a size speaks for itself. */
function settingLabel(path: string, settings: Settings, text: SettingText): string {
  const value = text.value(settings[path]);
  return path === "model.size" ? value : `${text.name(path)} ${value}`;
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
