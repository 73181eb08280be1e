import { beforeAll, expect, it } from "vitest";
import { loadModel } from "../bundle/load-model.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import { randomImages } from "../testing/random-images.ts";
import { trainedBundle } from "../testing/trained-model.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { checkExplanations } from "./check-explanations.ts";
import { explanationCheck } from "./explanation-check.ts";

useEngine("wasm");

const images = randomImages(16, 32);
let bundle: Bundle;
beforeAll(async () => {
  bundle = await trainedBundle(images);
}, 60_000);

it("checks every method over the images, by its schema, the same way for the same seed, and leaves no tensor", async () => {
  const two = { ...images, count: 2, images: images.images.subarray(0, 2 * 32 * 32) };
  // In the second image everything is marked, in the first nothing: one image to point in, and every map hits.
  const marked = {
    ...two,
    channels: 1,
    images: Uint8Array.from({ length: 2 * 32 * 32 }, (_, i) => (i < 1024 ? 0 : 255)),
  };
  const run = async () => {
    const model = await loadModel(bundle);
    const found = await checkExplanations(model, bundle, { images: two, marked, seed: 4 });
    model.dispose();
    return found;
  };
  const found = await expectNoLeak(run);
  expect(explanationCheck.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  expect(found.methods.map(({ method }) => method)).toEqual(["attention", "grad-cam", "occlusion", "random"]);
  for (const { method, deletion, insertion, randomised, pointing } of found.methods) {
    expect(pointing).toEqual({ hits: 1, images: 1 });
    for (const { value } of [deletion, insertion]) expect(value > 0 && value < 1).toBe(true);
    if (method === "random") expect(randomised).toBeNull();
    // Another network has other maps.
    else expect(Math.abs(randomised?.value ?? 1)).toBeLessThan(0.95);
  }
  expect(await run()).toEqual(found);
});
