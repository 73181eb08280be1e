import { defaultTrainingConfig, type ImageSet, inputSizesOf, loadModel, sizeNames, train } from "@diaphane/model";
import { describe, expect, it } from "vitest";
import { openEngine } from "./open-engine.ts";

const engine = await openEngine();

const classes = ["dark", "bright"];

/** Two plain images of each class, gray. */
function plainImages(size: number): ImageSet {
  const labels = Int32Array.from([0, 1, 0, 1]);
  const images = Uint8Array.from({ length: 4 * size * size }, (_, place) => {
    const label = labels[Math.floor(place / (size * size))] ?? 0;
    return 40 + 150 * label + (place % 50);
  });
  return { count: 4, height: size, width: size, channels: 1, images, labels, classes };
}

// On wasm a step of the two largest takes minutes.
const sizes = engine.name === "wasm" ? (["nano", "small"] as const) : sizeNames;
const networks = sizes.flatMap((size) => inputSizesOf(size).map((inputSize) => ({ size, inputSize })));

describe("a step on the engine of this machine", () => {
  it.each(networks)("$size at $inputSize px", async ({ size, inputSize }) => {
    const set = plainImages(28);
    const losses: number[] = [];
    const bundle = await train({
      config: {
        ...defaultTrainingConfig({ size, inputSize, channels: 1, classes, count: set.count }),
        ...{ epochs: 1, batchSize: 4 },
      },
      data: { train: set, validation: set },
      ...{ seed: 1, draws: 10 },
      onEvent: (event) => {
        if (event.kind === "step") losses.push(event.losses.total);
      },
    });
    expect(losses.length).toBe(1);
    expect(losses.every(Number.isFinite)).toBe(true);
    const model = await loadModel(bundle);
    const encoding = await model.encode(set);
    expect(encoding.mu.every(Number.isFinite)).toBe(true);
    expect((await model.decode(encoding.mu)).length).toBe(4 * inputSize * inputSize);
    model.dispose();
  });
});
