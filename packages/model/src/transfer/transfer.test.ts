import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Bundle } from "../bundle/open-bundle.ts";
import { readSafetensors } from "../bundle/safetensors.ts";
import { architectureOf } from "../network/architecture.ts";
import { OverlapRefused } from "../overlap/refuse-overlap.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { train } from "../training/train.ts";
import { defaultTrainingConfig } from "../training/training-config.ts";
import type { TrainingEvent } from "../training/training-event.ts";
import { rateOf } from "./learning-rates.ts";
import { ratesTensor } from "./rates-tensor.ts";
import type { Tuning } from "./transfer-config.ts";
import { TransferRefused } from "./transfer-errors.ts";
import { transferringConfig } from "./transferring-config.ts";

useEngine("wasm");

const data = (seed: number) => ({
  train: randomImages(8, 32, 1, seed),
  validation: randomImages(6, 32, 1, seed + 1),
  test: randomImages(6, 32, 1, seed + 2),
});
const short = { epochs: 1, batchSize: 4 };

let parent: Bundle;
beforeAll(async () => {
  const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["absent", "present"], count: 8 });
  parent = await train({ config: { ...config, ...short }, data: data(1), seed: 1, draws: 10 });
}, 60_000);

function request(tune: Tuning, loadedRate = 1) {
  const choice = { classes: ["absent", "present"], channels: 1, count: 8, tune, loadedRate } as const;
  return {
    config: { ...transferringConfig(parent.manifest, choice), ...short },
    ...{ data: data(11), seed: 2, draws: 10, parent },
  };
}

/** Names of the tensors that are not those of the parent, bit for bit. */
function changedNames(bundle: Bundle): string[] {
  const before = readSafetensors(parent.weights).tensors;
  return [...readSafetensors(bundle.weights).tensors].flatMap(([name, { values }]) =>
    values.every((value, place) => Object.is(value, before.get(name)?.values[place])) ? [] : [name],
  );
}

describe("training from another model", () => {
  it("moves only the new class head, and no statistic, with `head`", async () => {
    const bundle = await expectNoLeak(() => train(request("head")));
    expect(changedNames(bundle).sort()).toEqual(["head.class.bias", "head.class.kernel"]);
  });

  it("keeps the stem and the first stages, with their statistics, with `partial`", async () => {
    const changed = changedNames(await train(request("partial")));
    expect(changed.filter((name) => /^encoder\.(stem|stage[12])/.test(name))).toEqual([]);
    const all = readSafetensors(parent.weights).tensors.keys();
    const rest = [...all].filter((name) => !/^encoder\.(stem|stage[12])/.test(name));
    expect(changed.sort()).toEqual(rest.sort());
  });

  it("moves everything with `full`, and what was loaded less at a lower rate", async () => {
    const distance = (bundle: Bundle): number => {
      const before = readSafetensors(parent.weights).tensors.get("encoder.stem.kernel")?.values ?? new Float32Array();
      const after = readSafetensors(bundle.weights).tensors.get("encoder.stem.kernel")?.values ?? new Float32Array();
      return Math.hypot(...after.map((value, place) => value - (before[place] ?? 0)));
    };
    const whole = await train(request("full"));
    expect(changedNames(whole).length).toBe(readSafetensors(parent.weights).tensors.size);
    const slow = await train(request("full", 0.1));
    expect(distance(slow)).toBeGreaterThan(0);
    expect(distance(slow)).toBeLessThan(0.5 * distance(whole));
  });

  it("goes on from a checkpoint to the very same weights", async () => {
    const events: TrainingEvent[] = [];
    const onEvent = (event: TrainingEvent): void => void events.push(event);
    const longer = { ...request("partial"), config: { ...request("partial").config, epochs: 2 } };
    const unbroken = await train({ ...longer, onEvent });
    const checkpoint = events.find((event) => event.kind === "checkpoint")?.bytes;
    const resumed = await train({ ...longer, ...(checkpoint ? { checkpoint } : {}) });
    expect(resumed.weights).toEqual(unbroken.weights);
  });

  it("remembers the sets and images of both trainings", async () => {
    const { manifest } = await train(request("head"));
    expect(manifest.seen).toMatchObject({ images: 16, subjects: 0 });
    expect(manifest.provenance.trainedOn?.map(({ images }) => images)).toEqual([8, 8]);
    expect(manifest.training.transfer?.from).toBe(parent.manifest.weights.sha256);
  });

  it("refuses to be scored on what the other model has learned from, naming it", async () => {
    const { data: fresh, ...rest } = request("head");
    const images = fresh.test.images.slice();
    images.set(data(1).train.images.subarray(0, 2 * 32 * 32), 3 * 32 * 32);
    const overlapping = { ...rest, data: { ...fresh, test: { ...fresh.test, images } } };
    await expectNoLeak(() => expect(train(overlapping)).rejects.toThrow(OverlapRefused));
    await expect(train(overlapping)).rejects.toThrow(
      "2 of 6 images (3, 4) of the test set: the same as in what the pre-trained model has learned from",
    );
    const { manifest } = await train({ ...overlapping, allowOverlap: true });
    expect(manifest.provenance.overlapAllowed).toBe(true);
    const unlisted = { manifest: parent.manifest, weights: parent.weights };
    await expect(train({ ...rest, data: fresh, parent: unlisted })).rejects.toThrow("does not say what it has learned");
  });

  it("refuses another model than the run names, another network, and colour for a gray one", async () => {
    const { parent: _none, ...orphan } = request("head");
    await expect(train(orphan)).rejects.toThrow(TransferRefused);
    const wider = request("head");
    wider.config.model = { ...wider.config.model, latentDim: 8 };
    await expect(train(wider)).rejects.toThrow("latentDim 16, the network to train 8");
    const colour = { classes: ["a", "b"], channels: 3, count: 8, tune: "full" } as const;
    expect(() => transferringConfig(parent.manifest, colour)).toThrow("reads gray images, these are in colour");
  });
});

describe("learning rates by parameter", () => {
  const architecture = architectureOf(
    defaultTrainingConfig({ size: "nano", channels: 1, classes: ["a", "b"], count: 8 }).model,
  );
  const transfer = (tune: Tuning) => ({ tune, loadedRate: 0.5, from: "0".repeat(64) });

  it.each([
    ["head.class.bias", [1, 1, 1]],
    ["latent.mu.kernel", [0, 0.5, 0.5]],
    ["decoder.seed.kernel", [0, 0.5, 0.5]],
    ["encoder.stage3.unit1.main.expand.kernel", [0, 0.5, 0.5]],
    ["encoder.stage1.unit1.main.expand.kernel", [0, 0, 0.5]],
    ["encoder.stem.kernel", [0, 0, 0.5]],
  ])("%s", (name, rates) => {
    expect((["head", "partial", "full"] as const).map((tune) => rateOf(architecture, transfer(tune), name))).toEqual(
      rates,
    );
  });

  it("stand at the places of their parameters", async () => {
    await expectNoLeak(() => {
      const rates = tf.tidy(() => ratesTensor(architecture, transfer("partial")).dataSync());
      let from = 0;
      for (const { name, shape } of architecture.parameters) {
        const to = from + shape.reduce((product, side) => product * side, 1);
        const expected = rateOf(architecture, transfer("partial"), name);
        expect(
          rates.subarray(from, to).every((rate) => rate === expected),
          name,
        ).toBe(true);
        from = to;
      }
      expect(rates.length).toBe(from);
    });
  });
});
