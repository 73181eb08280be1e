import type { LabEngine } from "../engine/engine-client.ts";
import type { Picture } from "../images/picture.ts";
import type { Decision } from "../state/decision.ts";
import { type LabModel, spreadOf } from "../state/lab-model.ts";
import { roundOffset } from "../state/lab-state.ts";
import { movedCode } from "../state/latent-axis.ts";
import { probabilitiesOf } from "../state/prediction.ts";
import { smallestFlip } from "../state/smallest-flip.ts";
import type { Shown } from "../use-lab.ts";

/** `flip`: the smallest step in closed form. `shift`: along the gradient through decoder and encoder. */
export type CounterfactualMethod = "flip" | "shift";

export interface LatentChange {
  readonly latent: number;
  /** In s.d. of the training images. */
  readonly deviations: number;
}

/** The way from an image to one that the model decides differently about. */
export interface Counterfactual {
  readonly frames: readonly Picture[];
  /** Probability of the class by the latents of each frame, and as the network reads the frame's picture. */
  readonly byLatents: readonly number[];
  readonly byPicture: readonly number[];
  /** Largest first; latents that stay where they are are left out. */
  readonly changes: readonly LatentChange[];
  /** Whether the decision turns on the way, by the measure of the method: the latents for a flip, the picture for a shift. */
  readonly isCrossed: boolean;
}

export interface CounterfactualRequest {
  readonly engine: LabEngine;
  readonly shown: Shown;
  readonly decision: Decision;
  readonly method: CounterfactualMethod;
  run<T>(work: () => Promise<T>): Promise<T>;
}

const frameCount = 15;

/** Finds the code, and draws and judges the way there. */
export async function computeCounterfactual(request: CounterfactualRequest): Promise<Counterfactual> {
  const { engine, shown, decision, run } = request;
  const { model } = engine;
  const { mu } = shown.encoding;
  const { code, isCrossed } = await targetOf(request);
  const codes = pathCodes(mu, code, frameCount);
  const pixels = await run(() => engine.decode(codes, frameCount));
  const read = await run(() => engine.read(pixels.slice()));
  const size = pixels.length / frameCount;
  const { classIndex } = decision.contrast;
  const classCount = model.classes.length;
  const steps = Array.from({ length: frameCount }, (_, step) => step);
  return {
    frames: steps.map((step) => ({ ...shown.reconstruction, pixels: pixels.slice(step * size, (step + 1) * size) })),
    byLatents: steps.map(
      (step) =>
        probabilitiesOf(model, codes.subarray(step * mu.length, (step + 1) * mu.length))[classIndex] ?? Number.NaN,
    ),
    byPicture: steps.map((step) => read[step * classCount + classIndex] ?? Number.NaN),
    changes: changesBetween(model, mu, code),
    isCrossed,
  };
}

async function targetOf(request: CounterfactualRequest): Promise<{ code: Float32Array; isCrossed: boolean }> {
  const { engine, shown, decision, method, run } = request;
  const { mu } = shown.encoding;
  const { score, threshold, contrast } = decision;
  if (method === "flip") {
    const offsets = smallestFlip(engine.model, score, mu, threshold);
    return { code: movedCode(engine.model, mu, offsets), isCrossed: offsets.size > 0 };
  }
  const level = Math.log(threshold / (1 - threshold));
  return await run(() => engine.shift({ z: mu, contrast, level }));
}

/** Even steps from one code to another, both ends within: `[count, latentDim]`. */
export function pathCodes(from: Float32Array, to: Float32Array, count: number): Float32Array {
  return Float32Array.from({ length: count * from.length }, (_, place) => {
    const [step, latent] = [Math.floor(place / from.length), place % from.length];
    const start = from[latent] ?? 0;
    return start + (((to[latent] ?? 0) - start) * step) / (count - 1);
  });
}

/** What moved, in s.d. as sliders count it, largest first. */
export function changesBetween(model: LabModel, from: Float32Array, to: Float32Array): LatentChange[] {
  const changes = Array.from(from, (value, latent) => ({
    latent,
    deviations: roundOffset(((to[latent] ?? 0) - value) / spreadOf(model, latent)),
  }));
  return changes
    .filter(({ deviations }) => deviations !== 0)
    .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations) || a.latent - b.latent);
}
