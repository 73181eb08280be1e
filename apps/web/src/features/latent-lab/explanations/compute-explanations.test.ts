import { expect, it } from "vitest";
import type { LabEngine } from "../engine/engine-client.ts";
import type { Shown } from "../use-lab.ts";
import { computeExplanations, type Explanations } from "./compute-explanations.ts";

const side = 8;
const latentDim = 11;

/** Every latent draws the pixel of its own number; the last one carries nothing and draws nothing. */
function draw(z: Float32Array): Float32Array {
  return Float32Array.from({ length: side * side }, (_, pixel) => (pixel < latentDim - 1 ? (z[pixel] ?? 0) : 0));
}

function engineOf(calls: string[]): LabEngine {
  const kl = Array.from({ length: latentDim }, (_, latent) => (latent === latentDim - 1 ? 0 : 1));
  const model = { channels: 1, latents: { mean: kl.map(() => 0), kl } };
  const engine: Partial<LabEngine> = {
    gradCam: async () => new Float32Array(side * side).fill(2),
    async occlude({ patches: { from, count } }) {
      calls.push(`occlude ${from}`);
      return Float32Array.from({ length: count }, (_, row) => from + row);
    },
    async decode(z, count) {
      const pictures = Array.from({ length: count }, (_, row) =>
        draw(z.subarray(row * latentDim, (row + 1) * latentDim)),
      );
      return Float32Array.from(pictures.flatMap((picture) => [...picture]));
    },
  };
  return { ...engine, model } as unknown as LabEngine;
}

it("makes every map in pieces, patch by patch and latent by latent, and says how far it is", async () => {
  const calls: string[] = [];
  const mu = Float32Array.from({ length: latentDim }, (_, latent) => latent + 1);
  const picture = { pixels: draw(mu), height: side, width: side, channels: 1 };
  const shown = { encoding: { mu, input: picture }, reconstruction: picture } as unknown as Shown;
  const contributions = Array.from({ length: latentDim }, (_, latent) => latent - 4);
  const shares: number[] = [];
  let last: Explanations | undefined;
  await computeExplanations({
    ...{ engine: engineOf(calls), shown, contributions, contrast: { classIndex: 1, rival: 0 } },
    run: (work) => work(),
    onProgress(found, share) {
      last = found;
      shares.push(share);
    },
  });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(calls).toHaveLength(8);
  // Of 8×8 pixels each patch is one.
  expect([...(last?.occlusion ?? [])]).toEqual(Array.from({ length: 64 }, (_, patch) => patch));
  expect([...(last?.contributions?.map ?? [])].slice(0, latentDim)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 0]);
  expect(last?.contributions?.unseen).toBe(6);
});
