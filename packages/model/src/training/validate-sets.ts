import { classGroupView } from "../bundle/class-group-view.ts";
import type { Network } from "../bundle/network.ts";
import type { ImageSet } from "../images/image-set.ts";
import { imagesOfSource } from "../images/merge-image-sets.ts";
import type { ValidationFigures } from "./training-event.ts";
import { validate } from "./validate.ts";

export interface ValidationReport {
  validation: ValidationFigures;
  /** Of each of several sets. */
  sets?: ({ name: string } & ValidationFigures)[];
}

/** Figures of a network on the validation set. Of several sets, each by itself: together only the images have a figure. */
export async function validateSets(network: Network, set: ImageSet): Promise<ValidationReport> {
  if (set.sources === undefined) return { validation: await validate(network, set) };
  const sets: ({ name: string } & ValidationFigures)[] = [];
  let psnrSum = 0;
  for (const name of set.sources.names) {
    const part = imagesOfSource(set, network.config.classGroups ?? [], name);
    if (part === null) continue;
    const figures = await validate(classGroupView(network, name), part);
    sets.push({ name, ...figures });
    psnrSum += figures.psnr * part.count;
  }
  const nothing = { auc: null, accuracy: null, loss: null, dice: null, ap50: null };
  return { validation: { ...nothing, psnr: psnrSum / set.count }, sets };
}
