import { shortDigest } from "./image-digests.ts";

/**
 * Pseudonyms of subjects: SHA-256 over a salt and the subject's id, cut to 8 bytes. The salt is the model's own (and that of the models
 * made from it), so that no table made in advance fits, and lists of two models can't be laid side by side. It comes with the list,
 * as the next training must hash its subjects alike: whoever holds a list can try ids, so it is no protection of guessable ones.
 */
export async function subjectDigests(subjects: Iterable<string>, salt: string): Promise<Map<string, string>> {
  const encoder = new TextEncoder();
  const digests = new Map<string, string>();
  for (const subject of new Set(subjects)) {
    digests.set(await shortDigest(encoder.encode(JSON.stringify([salt, subject]))), subject);
  }
  return digests;
}

export function knownSubjects(subjects: readonly (string | null)[] | undefined): string[] {
  return (subjects ?? []).flatMap((subject) => (subject === null || subject === "" ? [] : [subject]));
}
