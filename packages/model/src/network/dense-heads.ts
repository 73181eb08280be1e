import { type DetectionHead, detectionHead, detectionLayers, detectionStride } from "./detection-head.ts";
import { type ConvolutionLayer, convolution, type Layer } from "./layer.ts";
import { type MergeUnit, mergeLayers, mergeUnits, type SkipShape } from "./merge-units.ts";
import type { ModelConfig } from "./model-config.ts";
import type { SizePlan } from "./size-plan.ts";

/** The heads that tell something of places of the image, on one merge of the encoder's maps. */
export interface DenseHeads {
  merge: MergeUnit[];
  segmentation: ConvolutionLayer | null;
  detection: DetectionHead | null;
}

interface EncoderShape {
  stem: ConvolutionLayer[];
  /** Of the last map. */
  side: number;
}

/** Without masks and boxes to learn there is no merge either; with boxes alone it ends at their stride. */
export function denseHeads(
  plan: SizePlan,
  { inputSize, channels, maskClasses, boxClasses }: ModelConfig,
  encoder: EncoderShape,
): DenseHeads {
  const boxSide = inputSize / detectionStride;
  const endSide = maskClasses.length > 0 ? inputSize : boxClasses.length > 0 ? boxSide : encoder.side;
  const merge = mergeUnits(plan.merge, skipShapes(plan, encoder, { side: inputSize, channels }), channels, endSide);
  const boxUnit = merge.find(({ side }) => side === boxSide);
  return {
    merge,
    segmentation:
      maskClasses.length === 0
        ? null
        : convolution("head.segmentation.output", merge.at(-1)?.pointwise.to ?? 0, maskClasses.length, inputSize, {
            ending: "bias",
            rectified: false,
          }),
    detection:
      boxClasses.length === 0 || boxUnit === undefined
        ? null
        : detectionHead(boxUnit.pointwise.to, boxSide, boxClasses.length),
  };
}

export function denseHeadLayers({ merge, segmentation, detection }: DenseHeads): Layer[] {
  return [
    ...mergeLayers(merge),
    ...(segmentation === null ? [] : [segmentation]),
    ...(detection === null ? [] : detectionLayers(detection)),
  ];
}

/** One map a side, as `featureMaps` keeps them. */
function skipShapes({ stages }: SizePlan, { stem, side }: EncoderShape, image: SkipShape): SkipShape[] {
  const shapes = new Map([[image.side, image.channels]]);
  for (const { size, to } of stem) shapes.set(size, to);
  stages.forEach(({ channels }, index) => {
    shapes.set(side * 2 ** (stages.length - 1 - index), channels);
  });
  return [...shapes].map(([of, channels]) => ({ side: of, channels }));
}
