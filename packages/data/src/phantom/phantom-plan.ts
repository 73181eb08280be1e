import { DataError } from "../data-error.ts";
import { SPLITS, type SplitName } from "../image-source.ts";
import type { PhantomOptions } from "./phantom-options.ts";
import { phantomRandom } from "./phantom-random.ts";

/** Which subject each picture is of, and which split each subject is in; of paired images two show one picture. */
export interface PhantomPlan {
  /** `[pictures]`: subjects' pictures are neighbours, and splits come in the order of `SPLITS`. */
  subjects: Uint32Array;
  splitOf(picture: number): SplitName;
}

/**
 * Gives subjects their images and splits their subjects. A subject that straddles a border between splits goes to the
 * earlier one whole, so shares are exact to within one subject.
 *
 * @throws DataError `bad-options` when there are too few images for a split
 */
export function planPhantom({
  count: images,
  pairs,
  seed,
  maxImagesPerSubject,
  trainShare,
  validationShare,
}: PhantomOptions): PhantomPlan {
  const count = pairs ? Math.ceil(images / 2) : images;
  const subjects = new Uint32Array(count);
  const wanted = [Math.round(count * trainShare), Math.round(count * (trainShare + validationShare))];
  const borders: number[] = [];
  for (let index = 0, subject = 0; index < count; subject++) {
    if (borders.length < 2 && index >= (wanted[borders.length] ?? 0)) borders.push(index);
    const random = phantomRandom(seed, "subject", -1 - subject);
    const ofSubject = 1 + Math.floor(random.unit() * maxImagesPerSubject);
    subjects.fill(subject, index, index + ofSubject);
    index += ofSubject;
  }
  const [trainEnd, validationEnd] = borders;
  if (trainEnd === undefined || validationEnd === undefined) {
    throw new DataError({
      code: "bad-options",
      file: "phantom",
      key: "count",
      expected: `enough subjects for ${SPLITS.join(", ")}`,
      found: `${images} images with up to ${maxImagesPerSubject} a subject`,
      advice: "Ask for more images, or fewer a subject.",
    });
  }
  return {
    subjects,
    splitOf: (picture) => (picture < trainEnd ? "train" : picture < validationEnd ? "validation" : "test"),
  };
}
