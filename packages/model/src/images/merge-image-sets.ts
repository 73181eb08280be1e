import { type ClassGroup, groupedClasses, placeOfGroup } from "../network/class-groups.ts";
import { fitImages } from "./fit-images.ts";
import { checkImageSet, type ImageSet } from "./image-set.ts";
import { InvalidImageSet } from "./invalid-image-set.ts";
import { joined, type Pixels, partOf } from "./pixels.ts";

export interface NamedSet {
  name: string;
  set: ImageSet;
}

/**
 * The class groups of sets that are trained on at once: one for each set of which some image has a label.
 * @throws InvalidImageSet when two sets have one name
 */
export function classGroupsOf(sets: readonly NamedSet[]): ClassGroup[] {
  const twice = sets.find(({ name }, index) => sets.findIndex((other) => other.name === name) !== index);
  if (twice) throw new InvalidImageSet(`Two sets are called ${twice.name}: give one of them another name.`);
  return sets.flatMap(({ name, set }) =>
    set.classes.length > 1 && set.labels.some((label) => label >= 0) ? [{ set: name, classes: set.classes }] : [],
  );
}

/**
 * Several sets as one: images fitted to one size and channels (gray repeated to colour), labels counted over the classes of all
 * `groups`, and the set of each image in `sources`. Masks, boxes and attributes are left behind.
 * @throws InvalidImageSet naming the set
 */
export function mergeImageSets(
  sets: readonly NamedSet[],
  groups: readonly ClassGroup[],
  { inputSize, channels }: { inputSize: number; channels: 1 | 3 },
): ImageSet {
  const count = sets.reduce((sum, { set }) => sum + set.count, 0);
  const merged = {
    ...{ count, height: inputSize, width: inputSize, channels, classes: groupedClasses(groups) },
    labels: new Int32Array(count).fill(-1),
    sources: { names: sets.map(({ name }) => name), of: new Int32Array(count) },
  };
  const parts: Pixels[] = [];
  let from = 0;
  sets.forEach(({ name, set }, index) => {
    // An empty part, such as the test images of a set without any, adds nothing.
    if (set.count === 0) return;
    checkImageSet(set, name, set.classes);
    parts.push(fitImages(set, inputSize, channels).images);
    merged.sources.of.fill(index, from, from + set.count);
    const place = placeOfGroup(groups, name);
    if (place) merged.labels.set(shifted(set.labels, place.first), from);
    from += set.count;
  });
  return { ...merged, images: joined(parts) };
}

/** The images of one of the sets that a merged one was made of, with its own classes and label numbers; null when it has none. */
export function imagesOfSource(merged: ImageSet, groups: readonly ClassGroup[], name: string): ImageSet | null {
  const source = merged.sources?.names.indexOf(name) ?? -1;
  const from = merged.sources?.of.indexOf(source) ?? -1;
  if (from < 0) return null;
  const to = (merged.sources?.of.lastIndexOf(source) ?? 0) + 1;
  const { height, width, channels } = merged;
  const stride = height * width * channels;
  const place = placeOfGroup(groups, name);
  return {
    ...{ count: to - from, height, width, channels, classes: place?.classes ?? [] },
    images: partOf(merged.images, from * stride, to * stride),
    labels: shifted(merged.labels.subarray(from, to), -(place?.first ?? 0)),
  };
}

function shifted(labels: Int32Array, by: number): Int32Array {
  return labels.map((label) => (label < 0 ? -1 : label + by));
}
