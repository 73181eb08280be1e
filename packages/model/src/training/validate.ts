import { labelledScores } from "../bundle/evaluate.ts";
import { ap50Of } from "../bundle/evaluate-detection.ts";
import { imageOverlaps } from "../bundle/evaluate-segmentation.ts";
import type { Network } from "../bundle/network.ts";
import { reconstructionQuality } from "../bundle/reconstruction-quality.ts";
import { fitImages } from "../images/fit-images.ts";
import type { ImageSet } from "../images/image-set.ts";
import { pickImages } from "../images/pick-rows.ts";
import { accuracy, multiclassAuroc, predictedClasses } from "../metrics/index.ts";
import { purpose } from "../random/purpose.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import type { ReconstructionStrip, ValidationFigures } from "./training-event.ts";

const previewImages = 8;

/** Figures of a network on the validation set, without intervals: quick enough for every epoch. */
export async function validate(network: Network, set: ImageSet): Promise<ValidationFigures> {
  const encoding = await network.encode(set);
  const quality = await reconstructionQuality(network, set, encoding.mu);
  const psnr = quality.psnr.reduce((sum, value) => sum + value, 0) / set.count;
  const { labels, scores, classCount } = labelledScores(encoding, set.labels, network.config.classes.length);
  const overlaps = await imageOverlaps(network, set);
  const dense = { dice: overlaps && meanOfKnown(overlaps.meanDice), ap50: await ap50Of(network, set) };
  if (labels.length === 0) return { auc: null, accuracy: null, loss: null, psnr, ...dense };
  let loss = 0;
  labels.forEach((label, row) => {
    loss -= Math.log(Math.max(scores[row * classCount + label] ?? 0, Number.MIN_VALUE));
  });
  return {
    auc: new Set(labels).size < 2 ? null : multiclassAuroc(scores, labels, classCount, { absentClasses: "skip" }),
    accuracy: accuracy(predictedClasses(scores, classCount), labels),
    loss: loss / labels.length,
    psnr,
    ...dense,
  };
}

function meanOfKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The same few validation images at every epoch, and what the decoder makes of them. */
export async function previewStrip(network: Network, set: ImageSet, seed: number): Promise<ReconstructionStrip> {
  const { inputSize, channels } = network.config;
  const chosen = shuffledIndices(set.count, seed, purpose.preview).subarray(0, previewImages);
  const picked = fitImages(pickImages(set, chosen), inputSize, channels);
  const { mu } = await network.encode(picked);
  const pixels = await network.decode(mu);
  return {
    count: picked.count,
    height: inputSize,
    width: inputSize,
    channels,
    originals: picked.images,
    reconstructions: Uint8Array.from(pixels, (value) => Math.round(value * 255)),
  };
}
