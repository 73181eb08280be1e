import * as tf from "@tensorflow/tfjs-core";
import { relu } from "../engine/relu.ts";
import { upsample } from "../engine/upsample.ts";
import { type ConvolutionLayer, convolution, depthwise, type Layer } from "./layer.ts";
import type { LayerRunner } from "./layer-runner.ts";

/**
 * One step up of a U-Net (Ronneberger et al. 2015): the smaller map, enlarged, meets the encoder's map of that side. U-Net puts both side
 * by side before a convolution; two 1×1 convolutions and a sum are the same function, and the one on the smaller map costs a quarter. What
 * follows is a depthwise-separable unit.
 */
export interface MergeUnit {
  /** Side of the map that the unit gives, in pixels. */
  side: number;
  up: ConvolutionLayer;
  skip: ConvolutionLayer;
  depthwise: ConvolutionLayer;
  pointwise: ConvolutionLayer;
}

/** A map that an encoder offers to a merge. */
export interface SkipShape {
  side: number;
  channels: number;
}

/**
 * Units from the encoder's last map up to `endSide`. At the image's own side, where the encoder has no map of its own, the image is what is
 * met, by a 3×3 convolution as it has few channels.
 *
 * @param widths channels after each doubling; @param skips one a side, the last map and the image included
 */
export function mergeUnits(widths: number[], skips: SkipShape[], imageChannels: number, endSide: number): MergeUnit[] {
  const ascending = skips.toSorted((a, b) => a.side - b.side);
  const [last, ...larger] = ascending;
  let from = last?.channels ?? 0;
  return larger
    .filter(({ side }) => side <= endSide)
    .map(({ side, channels }, index) => {
      const name = `head.merge.unit${index + 1}`;
      const to = widths[index] ?? from;
      const linear = { rectified: false } as const;
      const unit: MergeUnit = {
        side,
        up: convolution(`${name}.up`, from, to, side / 2, linear),
        skip: convolution(`${name}.skip`, channels, to, side, {
          ...linear,
          kernel: channels === imageChannels ? 3 : 1,
        }),
        depthwise: depthwise(`${name}.depthwise`, to, side, { rectified: true }),
        pointwise: convolution(`${name}.pointwise`, to, to, side),
      };
      from = to;
      return unit;
    });
}

export function mergeLayers(units: MergeUnit[]): Layer[] {
  return units.flatMap(({ up, skip, depthwise, pointwise }) => [up, skip, depthwise, pointwise]);
}

/**
 * The maps after each unit, from the smallest side on.
 * @param last the encoder's last map `[n, side, side, c]`; @param skips the encoder's maps by their side
 */
export function runMerge(
  units: MergeUnit[],
  runner: LayerRunner,
  last: tf.Tensor4D,
  skips: ReadonlyMap<number, tf.Tensor4D>,
): tf.Tensor4D[] {
  let x = last;
  return units.map((unit) => {
    const skip = skips.get(unit.side);
    if (skip === undefined) throw new Error(`The encoder has no map of ${unit.side} px for the merge.`);
    const met = relu(tf.add<tf.Tensor4D>(upsample(runner.convolve(unit.up, x)), runner.convolve(unit.skip, skip)));
    x = runner.convolve(unit.pointwise, runner.convolve(unit.depthwise, met));
    return x;
  });
}
