import {
  type ClassContrast,
  classProbabilities,
  classProbability,
  coveredImages,
  gradCam,
  type LatentShift,
  latentShift,
  type Model,
} from "@diaphane/model";

/** The calls that explain one image, each short enough to come between two frames of a drag. */
export interface ExplainingCalls {
  gradCam(pixels: Float32Array, contrast: ClassContrast): Promise<Float32Array>;
  occlude(
    pixels: Float32Array,
    classIndex: number,
    patches: { readonly from: number; readonly count: number },
  ): Promise<Float32Array>;
  shift(z: Float32Array, contrast: ClassContrast, level: number): Promise<LatentShift>;
  read(pixels: Float32Array): Promise<Float64Array>;
}

export function explainingCalls(network: Model): ExplainingCalls {
  const { manifest } = network;
  const { inputSize } = manifest.model;
  return {
    gradCam: (pixels, contrast) => gradCam(network, pixels, contrast),
    async occlude(pixels, classIndex, patches) {
      const score = classProbability(network, classIndex);
      const [before = 0] = await score(pixels);
      const after = await score(coveredImages(pixels, inputSize, patches));
      return Float32Array.from(after, (value) => before - value);
    },
    shift: (z, contrast, level) => latentShift(network, z, { contrast, level, deviation: manifest.latents.deviation }),
    read: (pixels) => classProbabilities(network, pixels),
  };
}
