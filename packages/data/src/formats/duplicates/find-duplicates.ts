import { createHash } from "node:crypto";
import type { ImageSource, SplitName } from "../../image-source.ts";
import { differenceHash, hashDistance } from "./difference-hash.ts";

/** With this many differing bits of 64 at most, two images are taken for one; below the number of words, so that one is equal. */
const NEAR_BITS = 3;
/** Images that share a word with more others than this are of a kind, not copies: they are not compared with all of them. */
const MAX_ALIKE = 500;

export interface DuplicatePair {
  /** Places in the source, the first before the second. */
  first: number;
  second: number;
  kind: "exact" | "near";
  splits: [SplitName, SplitName];
  /** Equal, or different, or not known of both. */
  sameSubject: boolean | null;
}

/**
 * Finds images that are there twice: with equal pixels, or near by difference hash (at most 3 of 64 bits). Each image is paired
 * with the first one that it repeats. Near pairs are a likeness for a person to judge, not a proof.
 */
export async function findDuplicates(source: ImageSource): Promise<DuplicatePair[]> {
  const { height, width, channels } = source.meta;
  const imageBytes = height * width * channels;
  const seen: { split: SplitName; subject: string | null; hash: Uint16Array | null }[] = [];
  const exact = new Map<string, number>();
  const byWord = new Map<number, number[]>();
  const pairs: DuplicatePair[] = [];
  for await (const { images, samples } of source.rows()) {
    for (const [i, { split, subject }] of samples.entries()) {
      const pixels = images.subarray(i * imageBytes, (i + 1) * imageBytes);
      const index = seen.length;
      const digest = createHash("sha256").update(pixels).digest("base64");
      const hash = differenceHash(pixels, source.meta);
      seen.push({ split, subject, hash });
      const same = exact.get(digest);
      if (same === undefined) exact.set(digest, index);
      const near = same === undefined && hash ? nearest(hash) : null;
      if (same !== undefined) pairs.push(pair(same, index, "exact"));
      else if (near !== null) pairs.push(pair(near, index, "near"));
      if (same === undefined && hash) remember(hash, index);
    }
  }
  return pairs;

  /** The first of those that differ least. Hashes that differ in 3 bits share one of their four words at least. */
  function nearest(hash: Uint16Array): number | null {
    let [best, least]: [number | null, number] = [null, NEAR_BITS + 1];
    for (const [i, word] of hash.entries()) {
      for (const candidate of byWord.get(i * 65_536 + word) ?? []) {
        const other = seen[candidate]?.hash;
        const distance = other ? hashDistance(hash, other) : least;
        if (distance < least) [best, least] = [candidate, distance];
      }
    }
    return best;
  }

  function remember(hash: Uint16Array, index: number): void {
    for (const [i, word] of hash.entries()) {
      const alike = byWord.get(i * 65_536 + word) ?? [];
      if (alike.length < MAX_ALIKE) alike.push(index);
      byWord.set(i * 65_536 + word, alike);
    }
  }

  function pair(first: number, second: number, kind: DuplicatePair["kind"]): DuplicatePair {
    const [a, b] = [seen[first], seen[second]];
    const isKnown = typeof a?.subject === "string" && typeof b?.subject === "string";
    const sameSubject = isKnown ? a.subject === b.subject : null;
    return { first, second, kind, splits: [a?.split ?? "train", b?.split ?? "train"], sameSubject };
  }
}
