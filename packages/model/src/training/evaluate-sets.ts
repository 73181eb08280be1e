import { classGroupView } from "../bundle/class-group-view.ts";
import { evaluate, labelledScores, temperatureFor, thresholdFor } from "../bundle/evaluate.ts";
import type { Evaluation } from "../bundle/evaluation.ts";
import type { Manifest } from "../bundle/manifest.ts";
import type { Network } from "../bundle/network.ts";
import type { ImageSet, TrainingData } from "../images/image-set.ts";
import { imagesOfSource } from "../images/merge-image-sets.ts";

type Scored = Pick<TrainingData, "validation" | "test">;
type Chosen = Required<Pick<Manifest, "threshold" | "temperature">>;
type Figures = Chosen & Pick<Manifest, "metrics">;

/**
 * Threshold and temperature from the validation data, then each set scored once. Of several sets each is a task of its own, with its classes and its
 * threshold; together only the images have figures.
 */
export async function evaluateSets(
  network: Network,
  data: Scored,
  options: { seed: number; draws: number },
): Promise<Figures> {
  const { sources } = data.validation;
  if (sources === undefined) return await evaluateOne(network, data, options);
  const groups = network.config.classGroups ?? [];
  const sets: NonNullable<Manifest["metrics"]["sets"]> = [];
  for (const name of sources.names) {
    const validation = imagesOfSource(data.validation, groups, name);
    const test = data.test && imagesOfSource(data.test, groups, name);
    if (validation === null) continue;
    const parts = { validation, ...(test ? { test } : {}) };
    const { threshold, metrics } = await evaluateOne(classGroupView(network, name), parts, options);
    sets.push({ name, threshold, validation: metrics.validation, test: metrics.test });
  }
  const metrics = {
    validation: ofImages(sets.flatMap(({ validation }) => validation ?? [])),
    test: ofImages(sets.flatMap(({ test }) => test ?? [])),
    sets,
  };
  return { threshold: null, temperature: null, metrics };
}

async function evaluateOne(
  network: Network,
  { validation, test }: Scored,
  options: { seed: number; draws: number },
): Promise<Figures> {
  const chosen = await chooseOn(network, validation);
  const score = (set: ImageSet) => evaluate(network, set, { ...chosen, ...options });
  return { ...chosen, metrics: { validation: await score(validation), test: test ? await score(test) : null } };
}

async function chooseOn(network: Network, set: ImageSet): Promise<Chosen> {
  const encoding = await network.encode(set);
  const classCount = network.config.classes.length;
  return {
    threshold: thresholdFor(labelledScores(encoding, set.labels, classCount)),
    temperature: temperatureFor(encoding, set.labels, classCount),
  };
}

/**
 * What the evaluations of several sets come to as to their images: means over all images. The ends of the intervals are averaged
 * likewise, which is too wide rather than too narrow, as the sets do not err together.
 */
function ofImages(parts: readonly Evaluation[]): Evaluation | null {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return null;
  const mean = (of: (part: Evaluation) => number): number =>
    parts.reduce((sum, part) => sum + of(part) * part.count, 0) / count;
  const pooled = (figure: "psnr" | "ssim"): Evaluation["psnr"] => {
    const end = (which: 0 | 1): number => mean((part) => part[figure].interval?.[which] ?? part[figure].value);
    return { value: mean((part) => part[figure].value), interval: [end(0), end(1)] };
  };
  const nothing = { auc: null, ece: null, brier: null, atHalf: null, atThreshold: null, roc: [] };
  return { count, labelled: 0, classes: [], ...nothing, psnr: pooled("psnr"), ssim: pooled("ssim") };
}
