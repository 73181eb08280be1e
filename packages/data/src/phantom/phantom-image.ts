import type { ImageSample, SplitName } from "../image-source.ts";
import { drawFactors, type PhantomFactors } from "./phantom-factors.ts";
import type { PhantomOptions } from "./phantom-options.ts";
import type { PhantomPlan } from "./phantom-plan.ts";
import { phantomSample } from "./phantom-sample.ts";

/** One image of a phantom set before it is drawn. */
export interface PhantomImage {
  /** Noise and texture follow from it; paired images share it. */
  picture: number;
  factors: PhantomFactors;
  /** What is known of it but for its boxes. */
  sample: ImageSample;
}

/** What image `index` is drawn from. Of paired images the even ones are without the tag, the odd ones the same with it. */
export function phantomImage(options: PhantomOptions, plan: PhantomPlan, index: number): PhantomImage {
  const { pairs } = options;
  const picture = pairs ? Math.floor(index / 2) : index;
  const split: SplitName = plan.splitOf(picture);
  const drawn = drawFactors(options, split, plan.subjects[picture] ?? 0, picture);
  const factors = pairs ? { ...drawn, hasTag: index % 2 === 1 } : drawn;
  const sample = phantomSample(factors, split);
  return {
    picture,
    factors,
    sample: pairs ? { ...sample, attributes: { ...sample.attributes, pair: picture } } : sample,
  };
}
