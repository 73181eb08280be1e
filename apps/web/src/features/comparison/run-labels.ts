import type { Settings, SettingValue } from "./settings/flatten-settings.ts";
import { tellingSettings } from "./settings/telling-settings.ts";

export interface LabelledRun {
  modelName: string;
  settings: Settings;
}

/** A setting with its value in a word or two. */
export type SettingLabel = (path: string, value: SettingValue) => string;

const longest = 3;

/**
 * What to call each run beside the others: its model's name where no other has it; those of one name by what tells them apart
 * ("small · Seed 2"), at most three settings, and by a number where even these are alike.
 */
export function runLabels(runs: readonly LabelledRun[], labelOf: SettingLabel): string[] {
  const hasOneName = new Set(runs.map(({ modelName }) => modelName)).size === 1;
  const labels = runs.map(({ modelName, settings }) => {
    const namesakes = runs.filter((other) => other.modelName === modelName);
    const paths = tellingSettings(
      namesakes.map((namesake) => namesake.settings),
      longest,
    );
    const parts = paths.flatMap((path) => {
      const value = settings[path];
      return value === undefined ? [] : [labelOf(path, value)];
    });
    return [...(hasOneName && parts.length > 0 ? [] : [modelName]), ...parts].join(" · ");
  });
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length;
    return labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${before + 1})`;
  });
}
