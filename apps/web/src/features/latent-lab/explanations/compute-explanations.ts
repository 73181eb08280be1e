import type { ClassContrast } from "@diaphane/model";
import { contributionMap, occlusionPatches, patchMap } from "@diaphane/model/latent";
import type { LabEngine } from "../engine/engine-client.ts";
import { isActive } from "../state/lab-model.ts";
import type { Shown } from "../use-lab.ts";

/** Maps `[side, side]` of one image, as far as they are made. */
export interface Explanations {
  readonly gradCam: Float32Array | null;
  /** Fall of the probability, by patch. */
  readonly occlusion: Float32Array | null;
  /** In units of the logit, and what of it lies nowhere in the picture. */
  readonly contributions: { readonly map: Float32Array; readonly unseen: number } | null;
}

export const noExplanations: Explanations = { gradCam: null, occlusion: null, contributions: null };

export interface ExplanationRequest {
  readonly engine: LabEngine;
  readonly shown: Shown;
  readonly contrast: ClassContrast;
  /** Of the image as it is, `[latentDim]`. */
  readonly contributions: ArrayLike<number>;
  /** Runs one piece of work when nobody is dragging. */
  run<T>(work: () => Promise<T>): Promise<T>;
  onProgress(found: Explanations, share: number): void;
}

/** Patches, and latents, that go through the engine between two frames. */
const patchesAtOnce = 8;
const latentsAtOnce = 8;

/** Makes the maps that are not there with the encoding, the quickest first; each as soon as it is done. */
export async function computeExplanations(request: ExplanationRequest): Promise<void> {
  const { engine, shown, contrast, run, onProgress } = request;
  const { pixels, height: side } = shown.encoding.input;
  const active = engine.model.latents.mean
    .map((_, latent) => latent)
    .filter((latent) => isActive(engine.model, latent));
  const total = 1 + Math.ceil(active.length / latentsAtOnce) + occlusionPatches / patchesAtOnce;
  let done = 0;
  let found = noExplanations;
  const report = (more: Partial<Explanations>) => {
    found = { ...found, ...more };
    done++;
    onProgress(found, done / total);
  };
  report({ gradCam: await run(() => engine.gradCam({ pixels, contrast })) });
  await mapContributions(request, active, (contributions) => report(contributions ? { contributions } : {}));
  const falls = new Float32Array(occlusionPatches);
  for (let from = 0; from < occlusionPatches; from += patchesAtOnce) {
    const patches = { from, count: patchesAtOnce };
    falls.set(await run(() => engine.occlude({ pixels, classIndex: contrast.classIndex, patches })), from);
    const isLast = from + patchesAtOnce >= occlusionPatches;
    report(isLast ? { occlusion: patchMap(falls, side) } : {});
  }
}

/** Decodes the image's code without one latent after the other; latents that carry nothing draw nothing and are not asked. */
async function mapContributions(
  { engine, shown, contributions, run }: ExplanationRequest,
  active: readonly number[],
  onPart: (whole: Explanations["contributions"]) => void,
): Promise<void> {
  const { model } = engine;
  const { mu } = shown.encoding;
  const drawn = shown.reconstruction.pixels;
  const map = new Float32Array(drawn.length / model.channels);
  const isAsked = new Set(active);
  let unseen = Array.from(contributions).reduce((sum, one, latent) => sum + (isAsked.has(latent) ? 0 : one), 0);
  for (let from = 0; from < active.length; from += latentsAtOnce) {
    const latents = active.slice(from, from + latentsAtOnce);
    const codes = new Float32Array(latents.length * mu.length);
    latents.forEach((latent, row) => {
      codes.set(mu, row * mu.length);
      codes[row * mu.length + latent] = model.latents.mean[latent] ?? 0;
    });
    const without = await run(() => engine.decode(codes, latents.length));
    const part = contributionMap(
      drawn,
      without,
      latents.map((latent) => contributions[latent] ?? 0),
      model.channels,
    );
    for (const [pixel, value] of part.map.entries()) map[pixel] = (map[pixel] ?? 0) + value;
    unseen += part.unseen;
    onPart(from + latentsAtOnce >= active.length ? { map, unseen } : null);
  }
}
