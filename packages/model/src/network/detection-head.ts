import type * as tf from "@tensorflow/tfjs-core";
import { type ConvolutionLayer, convolution, depthwise, type Layer } from "./layer.ts";
import type { LayerRunner } from "./layer-runner.ts";

/** Pixels of the image from one place of the detection maps to the next. */
export const detectionStride = 4;

/** Anchor-free detection (Zhou et al. 2019, CenterNet): a box is a peak of its class's heat map, with size and offset read there. */
export interface DetectionHead {
  depthwise: ConvolutionLayer;
  pointwise: ConvolutionLayer;
  heat: ConvolutionLayer;
  size: ConvolutionLayer;
  offset: ConvolutionLayer;
}

export type DetectionMaps = {
  /** Logits of a centre of each class `[n, side, side, boxClasses]` */
  heat: tf.Tensor4D;
  /** Logarithm of width and height over the stride `[n, side, side, 2]` */
  size: tf.Tensor4D;
  /** From the place's corner to the centre, right and down, in places `[n, side, side, 2]` */
  offset: tf.Tensor4D;
};

/** Centres are rare: a start at a probability of .1 everywhere keeps the first steps from being all about the background (Lin et al. 2017). */
const rareStart = -2.19;

/** @param channels of the merged map that the head reads; @param side of that map */
export function detectionHead(channels: number, side: number, classes: number): DetectionHead {
  const output = (name: string, to: number, biasStart: number) =>
    convolution(`head.detection.${name}`, channels, to, side, { ending: "bias", rectified: false, biasStart });
  return {
    depthwise: depthwise("head.detection.depthwise", channels, side, { rectified: true }),
    pointwise: convolution("head.detection.pointwise", channels, channels, side),
    heat: output("heat", classes, rareStart),
    // Boxes of four places, with their centre in the middle of the place.
    size: output("size", 2, Math.log(4)),
    offset: output("offset", 2, 0.5),
  };
}

export function detectionLayers(head: DetectionHead): Layer[] {
  return [head.depthwise, head.pointwise, head.heat, head.size, head.offset];
}

/** @param merged map at the detection stride `[n, side, side, c]` */
export function runDetection(head: DetectionHead, runner: LayerRunner, merged: tf.Tensor4D): DetectionMaps {
  const x = runner.convolve(head.pointwise, runner.convolve(head.depthwise, merged));
  return {
    heat: runner.convolve(head.heat, x),
    size: runner.convolve(head.size, x),
    offset: runner.convolve(head.offset, x),
  };
}
