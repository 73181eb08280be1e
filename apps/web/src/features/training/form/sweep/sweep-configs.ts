import type { TrainingConfig } from "@diaphane/model/config";
import { baseConfigFor, type FormValues } from "../form-values.ts";
import type { DatasetOption } from "../training-options.ts";
import { configOf, type SettingName, settingsOf, type TrainingSettings } from "../training-settings.ts";

/**
 * The configurations that the form's sweep goes over: each size with each capacity or β. Another size than the form's takes
 * its own defaults, but for the settings that the reader has touched.
 */
export function sweepConfigs(
  dataset: DatasetOption,
  values: Pick<FormValues, "size" | "inputSize" | "settings" | "keptTerms" | "sweep">,
  touched: Partial<Record<SettingName, boolean | undefined>>,
): TrainingConfig[] {
  const { settings, keptTerms, sweep } = values;
  const { divergence } = settings;
  return sweep.sizes.flatMap((size) => {
    const defaults = baseConfigFor(dataset, size === values.size ? values : { size }, keptTerms);
    const own = size === values.size ? settings : adoptTouched(settingsOf(defaults, settings.seed), settings, touched);
    return sweep[divergence].map((value) => configOf({ ...own, divergence, [divergence]: value }, defaults));
  });
}

function adoptTouched(
  defaults: TrainingSettings,
  settings: TrainingSettings,
  touched: Partial<Record<SettingName, boolean | undefined>>,
): TrainingSettings {
  const kept = Object.entries(settings).filter(([name]) =>
    Object.entries(touched).some(([key, is]) => key === name && is),
  );
  return { ...defaults, ...Object.fromEntries(kept) };
}
