import { consistencyMethods, erasing } from "@diaphane/model/config";
import { z } from "zod";

/** A number between two bounds; messages are keys of the form's texts, with the bound behind a colon. */
function bounded(min: number, max: number) {
  return z
    .number({ error: "number" })
    .min(min, { error: `min:${min}` })
    .max(max, { error: `max:${max}` });
}

function whole(min: number, max: number) {
  return bounded(min, max).refine(Number.isInteger, { error: "integer" });
}

function choice<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: "invalid" });
}

const share = bounded(0, 1);
const weight = bounded(0, 1_000_000);

/** Every setting of a training as one flat record, which is what a form of many small fields wants. */
export const trainingSettings = z.object({
  epochs: whole(1, 10_000),
  /** Epochs without a better validation after which training stops; 0 for never. */
  patience: whole(0, 10_000),
  seed: whole(0, 2_147_483_647),
  batchSize: whole(2, 4096),
  learningRate: bounded(0.000_001, 1),
  loadedRate: bounded(0.0001, 1),
  warmupShare: share,
  weightDecay: share,
  averageDecay: bounded(0, 0.9999),
  clipNorm: bounded(0.001, 1_000_000),
  latentDim: whole(1, 256),
  attentionMaps: whole(1, 32),
  likelihood: choice(["gaussian", "bernoulli"]),
  divergence: choice(["capacity", "beta"]),
  capacity: bounded(0, 1000),
  gamma: bounded(0, 100_000),
  rampShare: share,
  beta: bounded(0, 10_000),
  decomposed: z.boolean(),
  mutualInformation: weight,
  totalCorrelation: weight,
  dimensionWise: weight,
  reconstructionWeight: bounded(0, 1000),
  classificationWeight: weight,
  labelSmoothing: bounded(0, 0.5),
  classWeighting: choice(["none", "balanced", "own"]),
  /** One factor a class, of use when the weighting is one's own. */
  classWeights: z.array(weight),
  /** Attribute whose values part the images into groups; empty for none. */
  groupBy: z.string().max(200),
  groupWeighting: choice(["none", "balanced", "own"]),
  groupWeights: z.array(weight),
  groupDro: z.boolean(),
  groupDroStep: bounded(0.000_001, 100),
  maskWeight: weight,
  diceWeight: bounded(0, 1000),
  boxWeight: weight,
  boxSizeWeight: bounded(0, 1000),
  boxOffsetWeight: bounded(0, 1000),
  /** Attributes that order a latent each. */
  aligned: z.array(z.object({ name: z.string().min(1).max(200), latent: z.int().min(0).max(255) })),
  alignmentWeight: weight,
  alignmentDelta: bounded(0.001, 1000),
  semi: choice(["none", ...consistencyMethods]),
  consistencyWeight: bounded(0, 100_000_000),
  consistencyRamp: share,
  labelledShare: bounded(0, 0.99),
  confidence: share,
  temperature: bounded(0.1, 1),
  mixingAlpha: bounded(0.1, 4),
  strongContrast: share,
  strongBrightness: share,
  /** What the strong view loses; there is no field for it, and it stays as it was. */
  strongErasing: erasing,
  erasing: choice(["none", "rectangle", "patches"]),
  erasingProbability: share,
  erasingAreaLeast: bounded(0.001, 1),
  erasingAreaMost: bounded(0.001, 1),
  erasingAspectLeast: bounded(0.01, 100),
  erasingAspectMost: bounded(0.01, 100),
  erasingRatio: share,
  patchSize: whole(1, 64),
  shift: bounded(0, 32),
  rotation: bounded(0, 180),
  scale: bounded(0, 0.5),
  brightness: share,
});

export type TrainingSettings = z.infer<typeof trainingSettings>;
export type SettingName = keyof TrainingSettings;

/** Those that name attributes, classes or groups of the images: they mean nothing for the images of another data set. */
export function settingsForOtherData(settings: TrainingSettings): TrainingSettings {
  const weighting = (chosen: TrainingSettings["classWeighting"]) => (chosen === "own" ? "none" : chosen);
  return {
    ...settings,
    aligned: [],
    groupBy: "",
    classWeighting: weighting(settings.classWeighting),
    classWeights: [],
    groupWeighting: weighting(settings.groupWeighting),
    groupWeights: [],
  };
}
