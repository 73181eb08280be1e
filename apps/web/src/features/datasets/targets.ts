import { okabeIto } from "@diaphane/ui";

/** What a version's images are outlined with: the classes of its masks (the background first) and of its boxes. */
export interface TargetClasses {
  maskClasses: string[];
  boxClasses: string[];
}

export interface TargetColours {
  /** Null for the background, which is not outlined. */
  masks: (string | null)[];
  boxes: string[];
}

export function hasTargets({ maskClasses, boxClasses }: TargetClasses): boolean {
  return maskClasses.length + boxClasses.length > 0;
}

/** Where in the palette to find its colours, the brightest first: images lie on a dark surround, and many are dark. */
const brightness = [5, 1, 2, 3, 6, 4, 0] as const;

export function outlineColour(index: number): string {
  return okabeIto[brightness[index % brightness.length] ?? 0];
}

/** A colour for each class; boxes go on where masks stop. A class that has both, by its name, has one colour. */
export function targetColours({ maskClasses, boxClasses }: TargetClasses): TargetColours {
  const masks = maskClasses.map((_, i) => (i === 0 ? null : outlineColour(i - 1)));
  let next = Math.max(0, maskClasses.length - 1);
  const boxes = boxClasses.map((name) => masks[maskClasses.indexOf(name)] ?? outlineColour(next++));
  return { masks, boxes };
}
