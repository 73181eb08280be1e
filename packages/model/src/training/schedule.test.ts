import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageDecayAt, capacityAt, learningRateAt, scheduleAt } from "./schedule.ts";
import { defaultTrainingConfig, trainingConfig } from "./training-config.ts";

const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["no", "yes"], count: 4708 });

describe("schedules", () => {
  it("learning rate: rises for 5 % of the steps, falls along a cosine to nothing", () => {
    expect(learningRateAt(config, 0, 1000)).toBeCloseTo(4e-3 / 50, 10);
    expect(learningRateAt(config, 49, 1000)).toBeCloseTo(4e-3, 10);
    expect(learningRateAt(config, 525, 1000)).toBeCloseTo(2e-3, 10);
    expect(learningRateAt(config, 999, 1000)).toBeLessThan(1e-7);
  });

  it("capacity: rises over half of training to 25 nats, then stays", () => {
    expect(capacityAt(config, 0, 1000)).toBe(0);
    expect(capacityAt(config, 250, 1000)).toBe(12.5);
    expect(capacityAt(config, 900, 1000)).toBe(25);
    const sudden = { ...config, objective: [{ kind: "capacity" as const, gamma: 1, capacity: 7, rampShare: 0 }] };
    expect(capacityAt(sudden, 0, 1000)).toBe(7);
    expect(capacityAt({ ...config, objective: [{ kind: "beta", beta: 1 }] }, 900, 1000)).toBe(0);
  });

  it("moving average: forgets the start, and never exceeds its decay", () => {
    expect(averageDecayAt(0.995, 0)).toBe(0.1);
    expect(averageDecayAt(0.995, 1e6)).toBe(0.995);
  });

  it("every value is finite at every step", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), (step, total) => {
        for (const value of Object.values(scheduleAt(config, step, total))) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe("defaultTrainingConfig", () => {
  it("is the published default for PneumoniaMNIST", () => {
    expect(config).toMatchObject({
      epochs: 11,
      batchSize: 128,
      learningRate: 4e-3,
      averageDecay: 0.995,
      lossScale: 512,
    });
    expect(config.model).toMatchObject({ inputSize: 32, latentDim: 16, likelihood: "gaussian" });
  });

  it("gives small sets smaller batches and more epochs", () => {
    const few = defaultTrainingConfig({ size: "small", channels: 3, classes: ["a", "b", "c"], count: 60 });
    expect(few.batchSize).toBe(16);
    expect(few.epochs * Math.ceil(60 / few.batchSize)).toBeGreaterThanOrEqual(400);
    expect(few.model).toMatchObject({ inputSize: 64, latentDim: 32 });
    expect(few.objective).toContainEqual(expect.objectContaining({ kind: "classification", weight: 64 * 64 * 3 }));
  });
});

const aligned = (attributes: object[]): object => ({ kind: "alignment", weight: 1, delta: 1, attributes });

describe("trainingConfig", () => {
  it.each([
    ["an unknown key", { ...config, dropout: 0.5 }],
    ["a term twice", { ...config, objective: [...config.objective, { kind: "reconstruction", weight: 1 }] }],
    [
      "class weights for other classes",
      { ...config, objective: [{ kind: "classification", weight: 1, labelSmoothing: 0, classWeights: [1, 2, 3] }] },
    ],
    ["a negative gamma", { ...config, objective: [{ kind: "capacity", gamma: -1, capacity: 1, rampShare: 1 }] }],
    ["a latent that is not there", { ...config, objective: [aligned([{ name: "age", latent: 16 }])] }],
    [
      "two attributes on one latent",
      {
        ...config,
        objective: [
          aligned([
            { name: "age", latent: 1 },
            { name: "sex", latent: 1 },
          ]),
        ],
      },
    ],
    ["a moving average that never moves", { ...config, averageDecay: 1 }],
  ])("refuses %s", (_what, value) => {
    expect(trainingConfig.safeParse(value).success).toBe(false);
  });

  it("survives JSON", () => {
    expect(trainingConfig.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });
});
