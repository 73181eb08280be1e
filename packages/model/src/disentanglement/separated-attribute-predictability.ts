import { MetricInputError } from "../metrics/metric-errors.ts";
import type { RandomSource } from "../random/random-source.ts";
import { type CodedSample, drawCoded } from "./coded-sample.ts";
import type { FactorData, Represent } from "./factor-data.ts";
import { fitOneFeatureSvc } from "./one-feature-svc.ts";
import { checkCodes, columnOf, columnsOf } from "./table.ts";

/** C of the classifier in Locatello et al. 2019. */
const PENALTY = 0.01;
/** Latents of less variance predict nothing, as in disentanglement_lib. */
const LEAST_VARIANCE = 1e-12;

export interface SeparatedAttributePredictability {
  /** Mean over factors, 0…1. */
  sap: number;
  /** `[factors]` */
  byFactor: number[];
  /** `[latents][factors]` how well one latent alone predicts a factor: accuracy, or R² of a continuous one. */
  scores: number[][];
  samples: { train: number; test: number };
}

/**
 * Separated attribute predictability (Kumar et al. 2018, as in disentanglement_lib): by how much the latent that predicts a
 * factor best does better than the next one. Categorical and ordered factors: accuracy of a linear support vector classifier
 * (C .01) on other samples; continuous ones: squared correlation on the training samples.
 *
 * @throws NotEnoughDataError with fewer than two rows; MetricInputError for one latent
 */
export function separatedAttributePredictability(
  train: CodedSample,
  test: CodedSample,
): SeparatedAttributePredictability {
  checkCodes("separatedAttributePredictability", train.codes, train.factors);
  checkCodes("separatedAttributePredictability", test.codes, test.factors);
  if (train.codes.columns < 2) {
    throw new MetricInputError("separatedAttributePredictability", "it needs at least two latents, got 1.");
  }
  const scores = columnsOf(train.codes).map((latent, j) =>
    train.factors.factors.map(({ kind }, factor) => {
      const truth = columnOf(train.factors, factor);
      if (kind === "continuous") return squaredCorrelation(latent, truth);
      const classify = fitOneFeatureSvc(latent, Int32Array.from(truth), PENALTY);
      const held = columnOf(test.factors, factor);
      const right = columnOf(test.codes, j).reduce((sum, x, i) => sum + (classify(x) === held[i] ? 1 : 0), 0);
      return right / held.length;
    }),
  );
  const byFactor = train.factors.factors.map((_, factor) => {
    const [best = 0, next = 0] = scores.map((row) => row[factor] ?? 0).sort((a, b) => b - a);
    return best - next;
  });
  return {
    sap: byFactor.reduce((sum, gap) => sum + gap, 0) / byFactor.length,
    byFactor,
    scores,
    samples: { train: train.codes.rows, test: test.codes.rows },
  };
}

/** The same on 10,000 fresh samples to fit and 5,000 to score, or as many as there are. */
export async function computeSeparatedAttributePredictability<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  samples = { train: 10_000, test: 5000 },
): Promise<SeparatedAttributePredictability> {
  const [train, test] = await drawCoded(data, represent, random, samples);
  return separatedAttributePredictability(train, test);
}

function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa / (a.length - 1) > LEAST_VARIANCE && bb > 0 ? (ab * ab) / (aa * bb) : 0;
}
