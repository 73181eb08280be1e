import { defaultTrainingConfig, type ImageSet, loadModel, train } from "@diaphane/model";
import { openEngine } from "../engine/open-engine.ts";

// A process of its own, as engines are chosen once a process: trains two steps on the engine of `DIAPHANE_ENGINE` and prints what came of
// them. Images stay where they are: a GPU may be off by 2^-11 in sines, which turn them.
const classes = ["dark", "bright"];
const images = Uint8Array.from(
  { length: 4 * 32 * 32 },
  (_, place) => 40 + 40 * Math.floor(place / 1024) + (place % 32),
);
const set: ImageSet = {
  ...{ count: 4, height: 32, width: 32, channels: 1, images, classes },
  labels: Int32Array.of(0, 0, 1, 1),
};
const engine = await openEngine();
const defaults = defaultTrainingConfig({ size: "nano", inputSize: 32, channels: 1, classes, count: 4 });
const augmentation = { shiftPixels: 0, rotationDegrees: 0, scale: 0, brightness: 0 };
const losses: number[] = [];
const bundle = await train({
  config: { ...defaults, augmentation, batchSize: 2, epochs: 1 },
  data: { train: set, validation: set },
  ...{ seed: 3, draws: 10, allowOverlap: true },
  onEvent(event) {
    if (event.kind === "step") losses.push(event.losses.total);
  },
});
const model = await loadModel(bundle);
const { mu } = await model.encode(set);
const pixels = await model.decode(mu);
console.log(
  JSON.stringify({ engine: engine.name, version: engine.version, losses, mu: [...mu], firstPixel: pixels[0] }),
);
