import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64 } from "../../bundle/base64.ts";
import type { Model } from "../../bundle/load-model.ts";
import { randomImages } from "../../testing/random-images.ts";
import { trainedModel } from "../../testing/trained-model.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import { atlas } from "./atlas.ts";
import { type AtlasInput, makeAtlas } from "./make-atlas.ts";

useEngine("wasm");

const images = randomImages(24, 32);
let model: Model;
let input: AtlasInput;
beforeAll(async () => {
  model = await trainedModel(images);
  const { mu } = await model.encode(images);
  input = {
    mu,
    heldOut: true,
    known: [{ attribute: null, values: images.classes, column: images.labels }],
    subjects: null,
    siblings: [{ version: 2, seed: 7, mu }],
  };
}, 60_000);

describe("makeAtlas", () => {
  it("describes every latent, by its schema, and leaves no tensor", async () => {
    const shares: number[] = [];
    const found = await expectNoLeak(() => makeAtlas(model, input, (share) => shares.push(share)));
    expect(atlas.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(shares.at(-1)).toBe(1);
    const { latentDim } = model.config;
    expect(found.latents.map(({ latent }) => latent)).toEqual(Array.from({ length: latentDim }, (_, j) => j));
    for (const { latent, strip, change, values, matches, associations, effects } of found.latents) {
      expect(fromBase64(strip)).toHaveLength(values.length * 32 * 32);
      expect(Math.max(...fromBase64(change))).toBe(255);
      expect(matches).toEqual([{ version: 2, seed: 7, latent, correlation: expect.closeTo(1, 10) }]);
      expect(associations).toHaveLength(1);
      expect(effects[0]).toBeCloseTo(-(effects[1] ?? Number.NaN), 5);
    }
  });

  it("draws a strip as the decoder does: the middle of it is the mean code at the median", async () => {
    const [first] = (await makeAtlas(model, input)).latents;
    const code = Float32Array.from(model.manifest.latents.mean);
    code[0] = first?.values[4] ?? 0;
    const expected = Array.from(await model.decode(code), (pixel) => Math.round(pixel * 255));
    const strip = fromBase64(first?.strip ?? "");
    expect(Array.from(strip.subarray(4 * 1024, 5 * 1024))).toEqual(expected);
  });
});
