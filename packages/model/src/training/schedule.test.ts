import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageDecayAt, capacityAt, consistencyAt, learningRateAt, scheduleAt } from "./schedule.ts";
import { semiSupervised } from "./semi-supervised.ts";
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

  it("consistency: rises from e^-5 to 1 along its ramp and stays; nothing without the term, all without a ramp", () => {
    const semi = semiSupervised(config, "mean-teacher");
    expect(consistencyAt(semi, 0, 1000)).toBeCloseTo(Math.exp(-5), 10);
    expect(consistencyAt(semi, 150, 1000)).toBeCloseTo(Math.exp(-1.25), 10);
    expect(consistencyAt(config, 500, 1000)).toBe(0);
    const sudden = semi.objective.map((term) => (term.kind === "consistency" ? { ...term, rampShare: 0 } : term));
    expect(consistencyAt({ ...semi, objective: sudden }, 0, 1000)).toBe(1);
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), (step, total) => {
        const [now, next] = [consistencyAt(semi, step, total), consistencyAt(semi, step + 1, total)];
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next).toBeLessThanOrEqual(1);
      }),
    );
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

describe("defaults for few labels", () => {
  const few = (labelled: number) =>
    defaultTrainingConfig({ size: "nano", channels: 1, classes: ["no", "yes"], count: 4708, labelled });

  it("are MixMatch beside reconstruction, and labelled rows in every batch", () => {
    const kinds = few(12).objective.map(({ kind }) => kind);
    expect(kinds).toEqual(["reconstruction", "capacity", "classification", "consistency"]);
    expect(few(12).labelledShare).toBe(0.125);
    expect(few(12).objective).toContainEqual(expect.objectContaining({ method: "mixmatch" }));
  });

  it("are those for many where half have a label, and where none has", () => {
    expect(few(2354)).toEqual(config);
    expect(few(0)).toEqual(config);
  });

  it("with no method keep the rows for labels and leave the term out", () => {
    const { objective, labelledShare } = semiSupervised(few(12), "none");
    expect(objective).toEqual(config.objective);
    expect(labelledShare).toBe(0.125);
  });
});

const semi = semiSupervised(config, "mixmatch");
const classification = { kind: "classification", weight: 1, labelSmoothing: 0, classWeights: "none" };
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
    ["consistency without rows for labels", { ...semi, labelledShare: undefined }],
    [
      "consistency without classes",
      { ...semi, objective: semi.objective.filter(({ kind }) => kind !== "classification") },
    ],
    ["group weights without groups", { ...config, objective: [{ ...classification, groupWeights: "balanced" }] }],
    ["GroupDRO without groups", { ...config, objective: [{ ...classification, groupDro: { stepSize: 0.01 } }] }],
    [
      "GroupDRO on mixed images",
      {
        ...semi,
        objective: [
          ...semi.objective.filter(({ kind }) => kind === "consistency"),
          { ...classification, groupBy: "site", groupDro: { stepSize: 0.01 } },
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
