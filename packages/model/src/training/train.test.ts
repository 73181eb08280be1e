import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../bundle/evaluate.ts";
import { loadModel } from "../bundle/load-model.ts";
import { parseManifest, serializeManifest } from "../bundle/manifest.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { train } from "./train.ts";
import { defaultTrainingConfig, type TrainingConfig, trainingConfig } from "./training-config.ts";
import { CheckpointMismatch, TrainingCancelled, TrainingDiverged } from "./training-errors.ts";
import type { TrainingEvent } from "./training-event.ts";

useEngine("wasm");

const data = { train: randomImages(10, 28), validation: randomImages(6, 28, 1, 2), test: randomImages(6, 28, 1, 3) };
const config: TrainingConfig = {
  ...defaultTrainingConfig({ size: "nano", channels: 1, classes: data.train.classes, count: 10 }),
  ...{ epochs: 2, batchSize: 4 },
};
const request = { config, data, seed: 5, draws: 20 };

const only = <K extends TrainingEvent["kind"]>(events: TrainingEvent[], kind: K) =>
  events.filter((event): event is Extract<TrainingEvent, { kind: K }> => event.kind === kind);

async function unbroken() {
  const events: TrainingEvent[] = [];
  const bundle = await expectNoLeak(() =>
    train({
      ...request,
      onEvent: (event) => {
        events.push(event);
      },
    }),
  );
  return { bundle, events };
}

describe("train", () => {
  let bundle: Bundle;
  let events: TrainingEvent[];
  beforeAll(async () => {
    ({ bundle, events } = await unbroken());
  }, 60_000);

  it("tells what it does, and ends in a bundle that loads and leaves nothing behind", async () => {
    expect(only(events, "started")[0]).toMatchObject({
      engine: "wasm",
      stepsPerEpoch: 3,
      epochs: 2,
      resumedFromStep: 0,
    });
    expect(only(events, "epoch").map(({ epoch, step }) => [epoch, step])).toEqual([
      [1, 3],
      [2, 6],
    ]);
    expect(only(events, "checkpoint").map(({ step }) => step)).toEqual([3, 6]);
    const last = only(events, "step").at(-1);
    expect(last).toMatchObject({ step: 6, secondsLeft: 0, capacity: 25 });
    expect(last?.klPerLatent.reduce((sum, kl) => sum + kl, 0)).toBeCloseTo(last?.losses.kl ?? Number.NaN, 3);
    expect(only(events, "reconstructions")[0]?.reconstructions.length).toBe(6 * 32 * 32);
    expect(only(events, "finished")[0]?.metrics).toEqual(bundle.manifest.metrics);

    const { metrics, latents, provenance } = bundle.manifest;
    expect(metrics.test?.atHalf?.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(metrics.test?.atThreshold?.threshold).toBe(bundle.manifest.threshold);
    expect(metrics.test?.calibrated?.temperature).toBe(bundle.manifest.temperature);
    expect(metrics.test?.calibrated?.ece).not.toBe(metrics.test?.ece);
    expect(latents.covariance.length).toBe(16);
    expect(provenance).toMatchObject({ seed: 5, engine: "wasm" });
    expect(parseManifest(serializeManifest(bundle.manifest))).toEqual(bundle.manifest);

    await expectNoLeak(async () => {
      const model = await loadModel(bundle);
      const { threshold, temperature = null } = bundle.manifest;
      const again = await evaluate(model, data.test, { threshold, temperature, seed: 5, draws: 20 });
      expect(again).toEqual(metrics.test);
      model.dispose();
    });
    const altered = Uint8Array.from(bundle.weights);
    altered[altered.length - 1] = 7;
    await expect(loadModel({ ...bundle, weights: altered })).rejects.toThrow("The weights have SHA-256");
  });

  it("resumes from a checkpoint in mid-run to the very same weights, and refuses another run's", async () => {
    const checkpoint = only(events, "checkpoint")[0]?.bytes;
    const resumedFrom: number[] = [];
    const resumed = await expectNoLeak(() =>
      train({
        ...request,
        ...(checkpoint === undefined ? {} : { checkpoint }),
        onEvent: (event) => {
          if (event.kind === "started") resumedFrom.push(event.resumedFromStep);
        },
      }),
    );
    expect(resumedFrom).toEqual([3]);
    expect(resumed.weights).toEqual(bundle.weights);
    expect(resumed.manifest.metrics).toEqual(bundle.manifest.metrics);
    const other = { ...request, seed: 6, ...(checkpoint === undefined ? {} : { checkpoint }) };
    await expectNoLeak(() => expect(train(other)).rejects.toThrow(CheckpointMismatch));
  });

  it("stops within a step when cancelled", async () => {
    const abort = new AbortController();
    const steps: number[] = [];
    await expectNoLeak(() =>
      expect(
        train({
          ...request,
          signal: abort.signal,
          onEvent: (event) => {
            if (event.kind !== "step") return;
            steps.push(event.step);
            abort.abort();
          },
        }),
      ).rejects.toThrow(TrainingCancelled),
    );
    expect(steps).toEqual([1]);
  });

  it("without a classification term, takes colour images and scores no class head", async () => {
    const colour = { ...config.model, channels: 3 as const };
    const terms = config.objective.filter((term) => term.kind !== "classification");
    const erasing = { kind: "patches", ratio: 0.4, patchSize: 4 } as const;
    const { manifest } = await expectNoLeak(() =>
      train({
        ...{ seed: 1, data: { train: randomImages(8, 32, 3, 1), validation: randomImages(8, 32, 3, 2) } },
        config: { ...config, model: colour, objective: terms, erasing, epochs: 1 },
      }),
    );
    expect(manifest.threshold).toBeNull();
    expect(manifest.metrics.test).toBeNull();
    expect(manifest.metrics.validation).toMatchObject({ labelled: 0, auc: null, atHalf: null, roc: [] });
    expect(manifest.metrics.validation?.psnr.value).toBeGreaterThan(3);
  });

  it("takes the KL apart and ties a latent to an attribute, missing values and all", async () => {
    const ages = Float32Array.from({ length: 10 }, (_, row) => (row === 3 ? Number.NaN : 20 + row));
    const objective: TrainingConfig["objective"] = [
      { kind: "reconstruction", weight: 1 },
      { kind: "total-correlation", mutualInformation: 1, totalCorrelation: 4, dimensionWise: 1 },
      { kind: "alignment", weight: 50, delta: 1, attributes: [{ name: "age", latent: 2 }] },
    ];
    const run = { ...request, config: trainingConfig.parse({ ...config, objective }) };
    const aged = { ...data, train: { ...data.train, attributes: new Map([["age", ages]]) } };
    const { manifest, weights } = await expectNoLeak(() => train({ ...run, data: aged }));
    expect(manifest.training.objective).toEqual(objective);
    const other = new Map([["age", ages.map((age) => -age)]]);
    const reversed = await train({ ...run, data: { ...aged, train: { ...data.train, attributes: other } } });
    expect(reversed.weights).not.toEqual(weights);
    expect(reversed.manifest.provenance.dataHash).not.toBe(manifest.provenance.dataHash);
    await expectNoLeak(() => expect(train(run)).rejects.toThrow("aligns a latent with age"));
  });

  it("refuses images that contradict themselves before it starts", async () => {
    const broken = { ...data, validation: { ...data.validation, labels: new Int32Array(2) } };
    await expect(train({ ...request, data: broken })).rejects.toThrow("The validation set has 6 images and 2 labels");
  });

  it("says so when it diverges, and frees what it held", async () => {
    const wild = {
      ...config,
      learningRate: 1,
      objective: [{ kind: "reconstruction" as const, weight: 1e38 }],
      lossScale: 1e-38,
    };
    await expectNoLeak(() => expect(train({ ...request, config: wild })).rejects.toThrow(TrainingDiverged));
  });

  it("keeps the last good checkpoint when it diverges later", async () => {
    // The capacity grows out of float32 at the second epoch.
    const growing: TrainingConfig = {
      ...{ ...config, batchSize: 16 },
      objective: [{ kind: "capacity", gamma: 1e10, capacity: 1e30, rampShare: 1 }],
    };
    const checkpoints: Uint8Array[] = [];
    const run = { ...request, config: growing };
    const onEvent = (event: TrainingEvent): void => {
      if (event.kind === "checkpoint") checkpoints.push(event.bytes);
    };
    await expect(train({ ...run, onEvent })).rejects.toThrow("diverged by step 2: total is Infinity");
    expect(checkpoints.length).toBe(1);
    const again = { ...run, ...(checkpoints[0] ? { checkpoint: checkpoints[0] } : {}) };
    await expectNoLeak(() => expect(train(again)).rejects.toThrow("diverged by step 2"));
  });

  it("keeps no checkpoint, and measures nothing, where losses are numbers but weights no longer are", async () => {
    const kinds: string[] = [];
    const onEvent = ({ kind }: TrainingEvent): void => void kinds.push(kind);
    const broken = { ...config, batchSize: 16, lossScale: 1e-38 };
    await expectNoLeak(() =>
      expect(train({ ...request, config: broken, onEvent })).rejects.toThrow("diverged by step 1: parameters is NaN"),
    );
    expect(kinds).toEqual(["started", "step"]);
  });

  it("frees its state when a receiver throws", async () => {
    const onEvent = (): void => {
      throw new Error("receiver is gone");
    };
    await expectNoLeak(() => expect(train({ ...request, onEvent })).rejects.toThrow("receiver is gone"));
  });

  it("learns: the loss of several steps on the same few images falls", async () => {
    const losses: number[] = [];
    await train({
      ...request,
      config: { ...config, epochs: 4, batchSize: 8, model: { ...config.model, likelihood: "bernoulli" } },
      onEvent: (event) => {
        if (event.kind === "step") losses.push(event.losses.total);
      },
    });
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.95);
  });
});
