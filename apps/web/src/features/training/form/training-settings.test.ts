import { defaultTrainingConfig, inputSizesOf, sizeNames, trainingConfig } from "@diaphane/model/config";
import fc from "fast-check";
import { expect, test } from "vitest";
import { configOf } from "./config-of.ts";
import { carriedSettings, settingSections } from "./field-groups.ts";
import { settingsOf } from "./settings-of.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";

const nano = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["normal", "pneumonia"], count: 4708 });

test("the defaults pass through the form unchanged", () => {
  const networks = sizeNames.flatMap((size) => inputSizesOf(size).map((inputSize) => ({ size, inputSize })));
  for (const network of networks) {
    const config = defaultTrainingConfig({ ...network, channels: 3, classes: ["a", "b", "c"], count: 900 });
    expect(configOf(settingsOf(config, 7), config)).toEqual(config);
    expect(trainingSettings.safeParse(settingsOf(config, 7)).success).toBe(true);
  }
});

test("an earlier training comes back as it was, in every part that has numbers of its own", () => {
  const total = { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 } as const;
  const attributes = [{ name: "heart size", latent: 2 }];
  const alignment = { kind: "alignment", weight: 10, delta: 1, attributes } as const;
  const [reconstruction, capacity] = nano.objective;
  const groups = { groupBy: "sex", groupWeights: [1, 2, 3, 4], groupDro: { stepSize: 0.02 } };
  const classification = {
    ...{ kind: "classification", weight: 300, labelSmoothing: 0.1, classWeights: [1, 3.5], ...groups },
  } as const;
  const strong = { contrast: 0.2, brightness: 0, erasing: { kind: "patches", ratio: 0.5, patchSize: 3 } } as const;
  const consistency = {
    ...{ kind: "consistency", method: "fixmatch", weight: 7, rampShare: 0.1, strong, confidence: 0.9 },
  } as const;
  const beta = { kind: "beta", beta: 3 } as const;
  const shapes = [
    { kind: "rectangle", probability: 0.7, area: [0.1, 0.2], aspect: [0.5, 2] },
    { kind: "patches", ratio: 0.3, patchSize: 6 },
  ];
  for (const limits of [[], [capacity], [beta]]) {
    const objective = [reconstruction, ...limits, classification, total, alignment, consistency];
    for (const erasing of shapes) {
      const changed = { objective, erasing, labelledShare: 0.3, patienceEpochs: 4, lossScale: 300 };
      const config = trainingConfig.parse({ ...nano, ...changed });
      expect(configOf(settingsOf(config, 7), nano)).toEqual(config);
    }
  }
  const free = trainingConfig.parse({ ...nano, objective: [reconstruction, classification] });
  expect(configOf(settingsOf(free, 7), nano).objective).toContainEqual({ kind: "beta", beta: 0 });
});

test("few labels pass through the form", () => {
  const { classes } = nano.model;
  const config = defaultTrainingConfig({ size: "nano", channels: 1, classes, count: 4708, labelled: 20 });
  expect(configOf(settingsOf(config, 7), nano)).toEqual(config);
});

test("masks and boxes pass through the form, with classes and without", () => {
  for (const classes of [["a", "b"], []]) {
    const targets = { maskClasses: ["background", "cell"], boxClasses: ["cell"] };
    const config = defaultTrainingConfig({ size: "small", channels: 1, classes, ...targets, count: 900 });
    expect(configOf(settingsOf(config, 7), config)).toEqual(config);
  }
});

test("whatever the form accepts, training accepts, and reads back as it was", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const weight = number(0, 1_000_000);
  const weights = fc.array(weight, { minLength: 2, maxLength: 2 });
  const weighting = fc.constantFrom("none" as const, "balanced" as const, "own" as const);
  const settings = fc.record({
    epochs: fc.integer({ min: 1, max: 10_000 }),
    patience: fc.integer({ min: 0, max: 10_000 }),
    seed: fc.nat(),
    batchSize: fc.integer({ min: 2, max: 4096 }),
    learningRate: number(0.000_001, 1),
    loadedRate: fc.constant(1),
    ...{ warmupShare: share, weightDecay: share, averageDecay: number(0, 0.9999), clipNorm: number(0.001, 1e6) },
    latentDim: fc.integer({ min: 9, max: 256 }),
    attentionMaps: fc.integer({ min: 1, max: 32 }),
    likelihood: fc.constantFrom("gaussian" as const, "bernoulli" as const),
    divergence: fc.constantFrom("capacity" as const, "beta" as const),
    ...{ capacity: number(0, 1000), gamma: number(0, 100_000), rampShare: share, beta: number(0, 10_000) },
    ...{ decomposed: fc.boolean(), mutualInformation: weight, totalCorrelation: weight, dimensionWise: weight },
    ...{ reconstructionWeight: number(0, 1000), classificationWeight: weight, labelSmoothing: number(0, 0.5) },
    ...{ classWeighting: weighting, classWeights: weights },
    ...{ groupBy: fc.constantFrom("", "sex"), groupWeighting: weighting, groupWeights: weights },
    ...{ groupDro: fc.constant(false), groupDroStep: number(0.001, 1) },
    ...{ maskWeight: weight, diceWeight: number(0, 1000) },
    ...{ boxWeight: weight, boxSizeWeight: number(0, 1000), boxOffsetWeight: number(0, 1000) },
    aligned: fc.constantFrom<TrainingSettings["aligned"]>([], [{ name: "age", latent: 8 }]),
    ...{ alignmentWeight: weight, alignmentDelta: number(0.001, 1000) },
    semi: fc.constantFrom("none" as const, "mean-teacher" as const, "fixmatch" as const, "mixmatch" as const),
    ...{ consistencyWeight: weight, consistencyRamp: share, labelledShare: number(0, 0.99), confidence: share },
    ...{ temperature: number(0.1, 1), mixingAlpha: number(0.1, 4), strongContrast: share, strongBrightness: share },
    strongErasing: fc.constant<TrainingSettings["strongErasing"]>({ kind: "none" }),
    erasing: fc.constantFrom("none" as const, "rectangle" as const, "patches" as const),
    ...{ erasingProbability: share, erasingAreaLeast: number(0.001, 0.5), erasingAreaMost: number(0.5, 1) },
    ...{ erasingAspectLeast: number(0.01, 1), erasingAspectMost: number(1, 100) },
    ...{ erasingRatio: share, patchSize: fc.integer({ min: 1, max: 64 }) },
    ...{ shift: fc.integer({ min: 0, max: 32 }), rotation: fc.integer({ min: 0, max: 180 }) },
    ...{ scale: number(0, 0.5), brightness: share },
  });
  fc.assert(
    fc.property(settings, (chosen) => {
      expect(trainingSettings.safeParse(chosen).success).toBe(true);
      const config = trainingConfig.parse(configOf(chosen, nano));
      expect(configOf(settingsOf(config, chosen.seed), nano)).toEqual(config);
    }),
  );
});

test("every setting has its place on the page, once", () => {
  const shown = settingSections.flatMap((section) => section.fields.map((field) => field.name));
  expect([...shown, ...carriedSettings].sort()).toEqual(Object.keys(trainingSettings.shape).sort());
});

test("a wrong value is named with its bound", () => {
  const wrong = { ...settingsOf(nano, 1), epochs: 0, batchSize: 2.5, learningRate: Number.NaN };
  const issues = trainingSettings.safeParse(wrong).error?.issues.map((issue) => [issue.path[0], issue.message]);
  expect(issues).toEqual([
    ["epochs", "min:1"],
    ["batchSize", "integer"],
    ["learningRate", "number"],
  ]);
});
