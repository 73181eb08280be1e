import type { CodedSample } from "./coded-sample.ts";
import { gramMatrix, lasso, type Standardisation, standardisation, standardise } from "./lasso.ts";
import { columnOf, columnsOf } from "./table.ts";

/** On standardised codes and targets: coefficients that explain less than about this share of a target are 0. */
const PENALTY = 0.02;

/** How much each latent counts in predicting each factor, and how well that goes. */
export interface LassoImportance {
  /** `[latents][factors]`, ≥ 0 */
  importance: number[][];
  /** `[factors]` R² of ordered and continuous factors, accuracy of categorical ones; on other samples. */
  informativeness: number[];
}

/**
 * Importance by lasso, as Eastwood & Williams 2018 first proposed: absolute coefficients on standardised codes. A categorical
 * factor has a regression a class (class or not), whose coefficients are added up and whose greatest answer is the prediction.
 * Only what is linear in a latent is seen.
 */
export function lassoImportance(train: CodedSample, test: CodedSample): LassoImportance {
  const raw = columnsOf(train.codes);
  const scales = raw.map(standardisation);
  const fitColumns = scaled(raw, scales);
  const testColumns = scaled(columnsOf(test.codes), scales);
  const gram = gramMatrix(fitColumns);
  const regress = (target: Float64Array) => {
    const scale = standardisation(target);
    const weights = lasso(fitColumns, gram, standardise(target, scale), PENALTY);
    return { weights, predicted: predict(testColumns, weights, scale) };
  };
  const ofFactors = train.factors.factors.map(({ kind }, factor) => {
    const truth = columnOf(train.factors, factor);
    const held = columnOf(test.factors, factor);
    if (kind !== "categorical") {
      const { weights, predicted } = regress(truth);
      return { importance: weights.map(Math.abs), informativeness: explained(predicted, held) };
    }
    const classes = [...new Set(truth)].sort((a, b) => a - b);
    const fits = classes.map((one) => regress(truth.map((value) => (value === one ? 1 : 0))));
    const importance = fits.reduce(
      (sum, { weights }) => sum.map((value, j) => value + Math.abs(weights[j] ?? 0)),
      new Float64Array(raw.length),
    );
    const answers = fits.map(({ predicted }) => predicted);
    return { importance, informativeness: accuracyOfGreatest(answers, classes, held) };
  });
  return {
    importance: raw.map((_, latent) => ofFactors.map(({ importance }) => importance[latent] ?? 0)),
    informativeness: ofFactors.map(({ informativeness }) => informativeness),
  };
}

function scaled(columns: readonly Float64Array[], scales: readonly Standardisation[]): Float64Array[] {
  return columns.map((column, j) => standardise(column, scales[j] ?? { mean: 0, deviation: 1 }));
}

function predict(
  columns: readonly Float64Array[],
  weights: Float64Array,
  { mean, deviation }: Standardisation,
): Float64Array {
  const predicted = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    const weight = weights[j] ?? 0;
    if (weight === 0) return;
    for (let i = 0; i < predicted.length; i++) predicted[i] = (predicted[i] ?? 0) + weight * (column[i] ?? 0);
  });
  return predicted.map((value) => mean + deviation * value);
}

/** R²: below 0 where the mean of the truth would do better. */
function explained(predicted: Float64Array, truth: Float64Array): number {
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  const spread = truth.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const left = truth.reduce((sum, value, i) => sum + (value - (predicted[i] ?? 0)) ** 2, 0);
  return spread === 0 ? 0 : 1 - left / spread;
}

function accuracyOfGreatest(answers: readonly Float64Array[], classes: readonly number[], truth: Float64Array): number {
  let right = 0;
  truth.forEach((value, i) => {
    let best = 0;
    answers.forEach((answer, k) => {
      if ((answer[i] ?? 0) > (answers[best]?.[i] ?? 0)) best = k;
    });
    if (classes[best] === value) right++;
  });
  return right / truth.length;
}
