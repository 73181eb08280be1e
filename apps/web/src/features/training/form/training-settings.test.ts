import { defaultTrainingConfig, inputSizesOf, sizeNames, trainingConfig } from "@diaphane/model/config";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settingSections } from "./field-groups.ts";
import { configOf, keptTermsOf, settingsOf, trainingSettings } from "./training-settings.ts";

const nano = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["normal", "pneumonia"], count: 4708 });

test("the defaults pass through the form unchanged", () => {
  const networks = sizeNames.flatMap((size) => inputSizesOf(size).map((inputSize) => ({ size, inputSize })));
  for (const network of networks) {
    const config = defaultTrainingConfig({ ...network, channels: 3, classes: ["a", "b", "c"], count: 900 });
    expect(configOf(settingsOf(config, 7), config)).toEqual(config);
    expect(trainingSettings.safeParse(settingsOf(config, 7)).success).toBe(true);
  }
});

test("terms that the form has no fields for are kept as they were", () => {
  const total = { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 } as const;
  const attributes = [{ name: "heart size", latent: 2 }];
  const alignment = { kind: "alignment", weight: 10, delta: 1, attributes } as const;
  const [reconstruction, capacity, classification] = nano.objective;
  const beta = { kind: "beta", beta: 3 } as const;
  for (const limits of [[], [capacity], [beta]]) {
    const own = [reconstruction, ...limits, classification].filter((term) => term !== undefined);
    const config = trainingConfig.parse({ ...nano, objective: [...own, total, alignment] });
    const base = { ...nano, objective: [...nano.objective, ...keptTermsOf(config.objective)] };
    expect(configOf(settingsOf(config, 7), base)).toEqual(config);
  }
  const free = trainingConfig.parse({ ...nano, objective: [reconstruction, classification] });
  expect(configOf(settingsOf(free, 7), nano).objective).toContainEqual({ kind: "beta", beta: 0 });
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
  const settings = fc.record({
    epochs: fc.integer({ min: 1, max: 10_000 }),
    seed: fc.nat(),
    batchSize: fc.integer({ min: 2, max: 4096 }),
    learningRate: fc.double({ min: 0.000_001, max: 1, noNaN: true }),
    warmupShare: share,
    weightDecay: share,
    averageDecay: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    clipNorm: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    latentDim: fc.integer({ min: 1, max: 256 }),
    attentionMaps: fc.integer({ min: 1, max: 32 }),
    likelihood: fc.constantFrom("gaussian" as const, "bernoulli" as const),
    divergence: fc.constantFrom("capacity" as const, "beta" as const),
    capacity: fc.double({ min: 0, max: 1000, noNaN: true }),
    gamma: fc.double({ min: 0, max: 100_000, noNaN: true }),
    rampShare: share,
    beta: fc.double({ min: 0, max: 10_000, noNaN: true }),
    reconstructionWeight: fc.double({ min: 0, max: 1000, noNaN: true }),
    classificationWeight: fc.double({ min: 0, max: 1_000_000, noNaN: true }),
    labelSmoothing: fc.double({ min: 0, max: 0.5, noNaN: true }),
    balanced: fc.boolean(),
    erasing: fc.constantFrom("none" as const, "rectangle" as const, "patches" as const),
    erasingProbability: share,
    erasingRatio: share,
    shift: fc.integer({ min: 0, max: 32 }),
    rotation: fc.integer({ min: 0, max: 180 }),
    scale: fc.double({ min: 0, max: 0.5, noNaN: true }),
    brightness: share,
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
  expect([...shown].sort()).toEqual(Object.keys(trainingSettings.shape).sort());
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
