import type { ImageSet } from "../images/image-set.ts";
import { imageDigests } from "./image-digests.ts";
import type { SeenList } from "./seen-list.ts";
import { knownSubjects, subjectDigests } from "./subject-digests.ts";

/** What of a set that is to be scored a model has learned from. */
export interface Overlap {
  /** Places of the images in the set. */
  images: number[];
  /** Ids of the subjects, as the set has them. */
  subjects: string[];
}

/** @param withSubjects false where equal subject ids name different persons, as the sets are of different places */
export async function findOverlap(set: ImageSet, seen: SeenList, withSubjects = true): Promise<Overlap> {
  const digests = await imageDigests(set);
  const images = [...digests.entries()].flatMap(([place, digest]) =>
    digest !== null && seen.images.has(digest) ? [place] : [],
  );
  if (!withSubjects || seen.subjects.size === 0) return { images, subjects: [] };
  const pseudonyms = await subjectDigests(knownSubjects(set.subjects), seen.salt);
  const subjects = [...pseudonyms].flatMap(([digest, subject]) => (seen.subjects.has(digest) ? [subject] : []));
  return { images, subjects };
}
