import type { ImageSet } from "../images/image-set.ts";
import { InvalidImageSet } from "../images/invalid-image-set.ts";
import type { ModelConfig } from "../network/model-config.ts";

/**
 * A set as a network reads it: without the labels, masks and boxes that it has no head for.
 * @param name of the set, for messages @throws InvalidImageSet when it lacks what a head learns, or has other classes
 */
export function forHeads(model: ModelConfig, set: ImageSet, name: string): ImageSet {
  const { segmentation, detection, ...rest } = set;
  const fitting: ImageSet =
    model.classes.length > 0 ? rest : { ...rest, classes: [], labels: set.labels.map(() => -1) };
  if (model.maskClasses.length > 0) fitting.segmentation = known(segmentation, model.maskClasses, "masks", name);
  if (model.boxClasses.length > 0) fitting.detection = known(detection, model.boxClasses, "boxes", name);
  return fitting;
}

function known<T extends { classes: string[] }>(
  given: T | undefined,
  classes: string[],
  what: string,
  name: string,
): T {
  if (given === undefined) {
    throw new InvalidImageSet(
      `The ${name} set has no ${what}; the model is to learn ${what} of ${classes.join(", ")}.`,
    );
  }
  if (given.classes.join("\n") === classes.join("\n")) return given;
  throw new InvalidImageSet(
    `The ${what} of the ${name} set are of ${given.classes.join(", ")}; the model has ${classes.join(", ")}.`,
  );
}
