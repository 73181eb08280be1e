import type { ImageSet } from "../images/image-set.ts";
import { digestBytes, imageDigests } from "./image-digests.ts";
import { knownSubjects, subjectDigests } from "./subject-digests.ts";

/** What a model's weights were learned from, in the training of the model that it was made from too. */
export interface SeenList {
  /** 32 hexadecimal digits, see `subjectDigests`. */
  salt: string;
  images: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
}

/** A list that can't be read. */
export class InvalidSeenList extends Error {
  override name = "InvalidSeenList";
}

/** The salt of a model that starts from nothing: a function of its data, so that the same training gives the same files. */
export function saltOf(dataHash: string): string {
  return dataHash.slice(0, 32);
}

/** The images of sets that are learned from, and their subjects. */
export async function seenIn(sets: readonly ImageSet[], salt: string): Promise<SeenList> {
  const images = new Set<string>();
  const subjects = new Set<string>();
  for (const set of sets) {
    for (const digest of await imageDigests(set)) if (digest !== null) images.add(digest);
    for (const digest of (await subjectDigests(knownSubjects(set.subjects), salt)).keys()) subjects.add(digest);
  }
  return { salt, images, subjects };
}

/** What either list has. Both must have one salt. */
export function joinSeen(before: SeenList, own: SeenList): SeenList {
  if (before.salt !== own.salt) throw new InvalidSeenList("Lists of subjects with different salts can't be joined.");
  return {
    salt: own.salt,
    images: new Set([...before.images, ...own.images]),
    subjects: new Set([...before.subjects, ...own.subjects]),
  };
}

const magic = "DIASEEN1";
const saltBytes = 16;
const headerBytes = magic.length + saltBytes + 8;

/**
 * As bytes, little-endian: `DIASEEN1`, salt (16), number of images and of subjects (uint32 each), then the digests of either, 8 bytes each
 * in rising order.
 */
export function writeSeenList({ salt, images, subjects }: SeenList): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + (images.size + subjects.size) * digestBytes);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(fromHex(salt), magic.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(magic.length + saltBytes, images.size, true);
  view.setUint32(magic.length + saltBytes + 4, subjects.size, true);
  [...[...images].sort(), ...[...subjects].sort()].forEach((digest, place) => {
    bytes.set(fromHex(digest), headerBytes + place * digestBytes);
  });
  return bytes;
}

/** @throws InvalidSeenList */
export function readSeenList(bytes: Uint8Array): SeenList {
  const isWhole = bytes.length >= headerBytes && new TextDecoder().decode(bytes.subarray(0, magic.length)) === magic;
  if (!isWhole) throw new InvalidSeenList("The list of what the model has seen does not begin as one.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const images = view.getUint32(magic.length + saltBytes, true);
  const subjects = view.getUint32(magic.length + saltBytes + 4, true);
  const expected = headerBytes + (images + subjects) * digestBytes;
  if (bytes.length !== expected) {
    throw new InvalidSeenList(
      `The list of what the model has seen is ${bytes.length} bytes; ${images} images and ${subjects} subjects need ${expected}.`,
    );
  }
  const digest = (place: number): string => {
    const start = headerBytes + place * digestBytes;
    return toHex(bytes.subarray(start, start + digestBytes));
  };
  return {
    salt: toHex(bytes.subarray(magic.length, magic.length + saltBytes)),
    images: new Set(Array.from({ length: images }, (_, place) => digest(place))),
    subjects: new Set(Array.from({ length: subjects }, (_, place) => digest(images + place))),
  };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, place) =>
    Number.parseInt(text.slice(place * 2, place * 2 + 2), 16),
  );
}
