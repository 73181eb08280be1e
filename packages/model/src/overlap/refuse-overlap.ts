import type { ImageSet } from "../images/image-set.ts";
import { findOverlap, type Overlap } from "./find-overlap.ts";
import type { SeenList } from "./seen-list.ts";

/** A model is to be scored on what it has learned from. */
export class OverlapRefused extends Error {
  override name = "OverlapRefused";
}

/** Named in the message, so that somebody can look them up. */
const firstOnes = 5;

/**
 * @param sets those that the model is to be scored on, by what they are called
 * @param learned what the list is of, for the message
 * @throws OverlapRefused saying how many images and subjects of which set were learned from, and the first ones
 */
export async function refuseOverlap(
  sets: ReadonlyMap<string, ImageSet>,
  seen: SeenList,
  { learned, withSubjects }: { learned: string; withSubjects: boolean },
): Promise<void> {
  const found: string[] = [];
  for (const [name, set] of sets) {
    const overlap = await findOverlap(set, seen, withSubjects);
    if (overlap.images.length + overlap.subjects.length > 0) found.push(`${describe(overlap, set)} of the ${name} set`);
  }
  if (found.length === 0) return;
  throw new OverlapRefused(
    `${found.join("; ")}: the same as in ${learned}, so the scores would be too good. Take them out, or split by subject.`,
  );
}

function describe({ images, subjects }: Overlap, { count }: ImageSet): string {
  const parts: string[] = [];
  if (images.length > 0) parts.push(`${images.length} of ${count} images (${listed(images.map(String))})`);
  if (subjects.length > 0) parts.push(`${subjects.length} subjects (${listed(subjects)})`);
  return parts.join(" and ");
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, firstOnes).join(", ");
  return names.length > firstOnes ? `${first}, …` : first;
}
