import type { Head } from "../latent/contributions.ts";
import type { Cases } from "./composed-cases.ts";
import { fitPreset } from "./fit-preset.ts";
import type { FitOptions } from "./fit-request.ts";
import type { Preset } from "./preset.ts";
import { type AlphaPoint, suggestAlpha } from "./suggest-alpha.ts";

/** How strongly a preset should be on, and how well its worst cell does at each strength. */
export interface Suggestion {
  alpha: number;
  points: AlphaPoint[];
}

/**
 * A preset fitted on one set, with the strength that is best on another unless one is given.
 *
 * @param fit its `split` is what pages call the set; @param selection none of the fit's subjects
 * @throws PresetRefused when a cell of label × value has too few cases, naming each of them
 */
export function composePreset(
  head: Head,
  { fit, selection }: { fit: Cases & { split: string }; selection: Cases },
  options: FitOptions,
): { preset: Preset; suggestion: Suggestion } {
  const fitted = fitPreset({ ...fit, head }, options);
  const suggestion = suggestAlpha(fitted, fit.modelHash, { ...selection, head });
  return { preset: { ...fitted, alpha: options.alpha ?? suggestion.alpha }, suggestion };
}
