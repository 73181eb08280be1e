import type { TrainingConfig } from "@diaphane/model/config";
import { configOf } from "../config-of.ts";
import { defaultConfigFor, type FormValues } from "../form-values.ts";
import { settingsOf } from "../settings-of.ts";
import type { DatasetOption } from "../training-options.ts";
import type { SettingName, TrainingSettings } from "../training-settings.ts";

/** Which settings the reader has touched, as the form tells it. */
type Touched = Partial<Record<SettingName, unknown>>;

/**
 * The configurations that the form's sweep goes over: each size with each capacity or β. Another size than the form's takes
 * its own defaults, but for the settings that the reader has touched.
 */
export function sweepConfigs(
  dataset: DatasetOption,
  values: Pick<FormValues, "size" | "inputSize" | "settings" | "sweep">,
  touched: Touched,
): TrainingConfig[] {
  const { settings, sweep } = values;
  const { divergence } = settings;
  return sweep.sizes.flatMap((size) => {
    const defaults = defaultConfigFor(dataset, size === values.size ? values : { size });
    const own = size === values.size ? settings : adoptTouched(settingsOf(defaults, settings.seed), settings, touched);
    return sweep[divergence].map((value) => configOf({ ...own, divergence, [divergence]: value }, defaults));
  });
}

function adoptTouched(defaults: TrainingSettings, settings: TrainingSettings, touched: Touched): TrainingSettings {
  const kept = Object.entries(settings).filter(([name]) =>
    Object.entries(touched).some(([key, is]) => key === name && is),
  );
  return { ...defaults, ...Object.fromEntries(kept) };
}
