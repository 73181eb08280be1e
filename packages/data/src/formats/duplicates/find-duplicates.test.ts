import { describe, expect, it } from "vitest";
import type { ImageSample, ImageSource } from "../../image-source.ts";
import { memorySource } from "../../testing/memory-source.ts";
import { findDuplicates } from "./find-duplicates.ts";

const side = 36;

/** Smooth blobs: another seed is another picture. */
function picture(seed: number): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return (
      128 + 60 * Math.sin((x * (1 + (seed % 7))) / 9 + seed) + 60 * Math.cos((y * (1 + (seed % 5))) / 8 + 2 * seed)
    );
  });
}

function sourceOf(pictures: readonly Uint8Array[], samples: readonly Partial<ImageSample>[] = []): ImageSource {
  const full = pictures.map((_, i): ImageSample => {
    return { split: "train", label: null, subject: null, attributes: {}, ...samples[i] };
  });
  const source = memorySource(full, { height: side, width: side, classes: [] });
  async function* rows() {
    yield { images: new Uint8Array(Buffer.concat(pictures)), samples: full };
  }
  return { ...source, rows };
}

describe("findDuplicates", () => {
  const pictures = Array.from({ length: 12 }, (_, i) => picture(i));

  it("finds equal images, and says which splits and subjects they are in", async () => {
    const samples = [...pictures.map(() => ({ subject: "a" })), { split: "test" as const, subject: "b" }];
    const pairs = await findDuplicates(sourceOf([...pictures, picture(3)], samples));
    expect(pairs).toEqual([{ first: 3, second: 12, kind: "exact", splits: ["train", "test"], sameSubject: false }]);
  });

  it("finds an image that was made brighter and noisier, and tells others apart", async () => {
    const brighter = picture(5).map((value, i) => Math.min(255, value + 6 + (i % 3)));
    const pairs = await findDuplicates(sourceOf([...pictures, brighter]));
    expect(pairs).toEqual([{ first: 5, second: 12, kind: "near", splits: ["train", "train"], sameSubject: null }]);
  });

  it("takes even images for copies only when they are equal", async () => {
    const even = [10, 12, 10].map((value) => new Uint8Array(side * side).fill(value));
    const pairs = await findDuplicates(sourceOf(even));
    expect(pairs.map(({ first, second, kind }) => [first, second, kind])).toEqual([[0, 2, "exact"]]);
  });
});
