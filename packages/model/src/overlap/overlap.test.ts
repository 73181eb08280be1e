import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImageSet } from "../images/image-set.ts";
import { randomImages } from "../testing/random-images.ts";
import { findOverlap } from "./find-overlap.ts";
import { imageDigests } from "./image-digests.ts";
import { OverlapRefused, refuseOverlap } from "./refuse-overlap.ts";
import { InvalidSeenList, joinSeen, readSeenList, seenIn, writeSeenList } from "./seen-list.ts";

const salt = "00112233445566778899aabbccddeeff";

function pick(set: ImageSet, places: readonly number[]): ImageSet {
  const stride = set.height * set.width * set.channels;
  const images = new Uint8Array(places.length * stride);
  places.forEach((from, place) => {
    images.set(set.images.subarray(from * stride, (from + 1) * stride), place * stride);
  });
  const subjects = places.map((place) => set.subjects?.[place] ?? null);
  return { ...set, count: places.length, images, labels: new Int32Array(places.length), subjects };
}

describe("what a model has learned from", () => {
  const world = {
    ...randomImages(40, 8),
    subjects: Array.from({ length: 40 }, (_, index) => (index % 5 === 0 ? null : `patient ${index % 7}`)),
  };
  const places = fc.uniqueArray(fc.nat({ max: 39 }), { minLength: 1, maxLength: 20 });

  it("is found again exactly, whatever was learned and is scored", async () => {
    await fc.assert(
      fc.asyncProperty(places, places, async (learned, scored) => {
        const seen = readSeenList(writeSeenList(await seenIn([pick(world, learned)], salt)));
        const overlap = await findOverlap(pick(world, scored), seen);
        expect(overlap.images).toEqual([...scored.keys()].filter((row) => learned.includes(scored[row] ?? -1)));
        const subjectsOf = (rows: number[]) => new Set(rows.flatMap((row) => world.subjects?.[row] ?? []));
        const known = subjectsOf(learned);
        expect(new Set(overlap.subjects)).toEqual(new Set([...subjectsOf(scored)].filter((one) => known.has(one))));
      }),
      { numRuns: 40 },
    );
  });

  it("is the same whether a gray image is stored as gray or as colour, and another for other sides", async () => {
    const { images, count, height, width } = world;
    const colour = {
      count,
      height,
      width,
      channels: 3,
      images: Uint8Array.from({ length: images.length * 3 }, (_, at) => images[Math.floor(at / 3)] ?? 0),
    };
    expect(await imageDigests(colour)).toEqual(await imageDigests(world));
    const [first] = await imageDigests({ count: 1, height: 4, width: 16, channels: 1, images: images.subarray(0, 64) });
    expect(first).not.toEqual((await imageDigests(world))[0]);
  });

  it("takes no notice of blank images, nor of subjects where ids mean nothing", async () => {
    const blank = { ...pick(world, [1]), images: new Uint8Array(64) };
    expect(await imageDigests(blank)).toEqual([null]);
    const seen = await seenIn([pick(world, [1])], salt);
    const sameId = { ...pick(world, [9]), subjects: [world.subjects?.[1] ?? null] };
    expect(await findOverlap(sameId, seen)).toEqual({ images: [], subjects: ["patient 1"] });
    expect(await findOverlap(sameId, seen, false)).toEqual({ images: [], subjects: [] });
  });

  it("holds no subject in clear, and other pseudonyms under another salt", async () => {
    const list = await seenIn([world], salt);
    expect(new TextDecoder().decode(writeSeenList(list))).not.toContain("patient");
    const other = await seenIn([world], "f".repeat(32));
    expect([...other.subjects].some((one) => list.subjects.has(one))).toBe(false);
    expect([...other.images].sort()).toEqual([...list.images].sort());
    expect(() => joinSeen(list, other)).toThrow(InvalidSeenList);
  });

  it("is refused as something to be scored on, with numbers and the first ones", async () => {
    const seen = await seenIn([pick(world, [1, 2, 3, 4, 6, 7])], salt);
    const scored = { ...pick(world, [0, 7, 6, 4, 3, 2, 1]), subjects: undefined };
    const { subjects: _none, ...anonymous } = scored;
    const refused = refuseOverlap(new Map([["test", anonymous]]), seen, { learned: "the past", withSubjects: true });
    await expect(refused).rejects.toThrow(OverlapRefused);
    await expect(refused).rejects.toThrow("6 of 7 images (1, 2, 3, 4, 5, …) of the test set: the same as in the past");
  });

  it("is refused when damaged", async () => {
    const bytes = writeSeenList(await seenIn([world], salt));
    expect(() => readSeenList(bytes.subarray(0, -1))).toThrow(InvalidSeenList);
    expect(() => readSeenList(bytes.subarray(1))).toThrow("does not begin as one");
  });
});
