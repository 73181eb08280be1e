/** What somebody has said of the images of a data set version. */
interface Learnable {
  readonly classes: readonly string[];
  readonly maskClasses: readonly string[];
  readonly boxClasses: readonly string[];
}

/** Whether there is anything to learn besides the images: two classes to tell apart, masks, or boxes. */
export function isLearnable({ classes, maskClasses, boxClasses }: Learnable): boolean {
  return classes.length > 1 || maskClasses.length > 1 || boxClasses.length > 0;
}
