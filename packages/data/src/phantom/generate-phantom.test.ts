import { describe, expect, it } from "vitest";
import type { ImageSample, ImageSource, SplitName } from "../image-source.ts";
import { packShards } from "../shards/pack-shards.ts";
import { temporaryStore, withoutTargets } from "../testing/index.ts";
import { generatePhantom } from "./generate-phantom.ts";
import { drawFactors } from "./phantom-factors.ts";
import { type PhantomInput, parsePhantomOptions } from "./phantom-options.ts";
import { planPhantom } from "./phantom-plan.ts";
import { phantomSample } from "./phantom-sample.ts";
import { phantomSource } from "./phantom-source.ts";

/** What a set would hold, without drawing pixels: thousands in a blink. */
function samplesOf(input: PhantomInput): ImageSample[] {
  const options = parsePhantomOptions(input);
  const { subjects, splitOf } = planPhantom(options);
  return Array.from(subjects, (subject, index) => {
    return phantomSample(drawFactors(options, splitOf(index), subject, index), splitOf(index));
  });
}

function share(samples: ImageSample[], attribute: string, value: string, label: number, split?: SplitName): number {
  const chosen = samples.filter((one) => one.label === label && (split === undefined || one.split === split));
  return chosen.filter((one) => one.attributes[attribute] === value).length / chosen.length;
}

describe("generatePhantom", () => {
  const set = generatePhantom({ count: 60, size: 32, seed: 7 });
  const area = 32 * 32;

  it("is the same set that the import packs", async () => {
    let first = 0;
    for await (const { images, samples } of phantomSource({ count: 60, size: 32, seed: 7 }).rows()) {
      expect(set.images.subarray(first * area, (first + samples.length) * area)).toEqual(images);
      expect(set.samples.slice(first, first + samples.length)).toEqual(samples);
      first += samples.length;
    }
    expect(first).toBe(60);
  });

  it("gives the masks of what lies uppermost, and a box for each opacity, beside the images", async () => {
    let first = 0;
    for await (const { masks, samples } of phantomSource({ count: 60, size: 32, seed: 7 }).rows()) {
      const expected = set.masks.lungs.slice(first * area, (first + samples.length) * area).map((isLung, i) => {
        const at = first * area + i;
        return set.masks.opacity[at] ? 3 : set.masks.heart[at] ? 2 : isLung;
      });
      expect(masks).toEqual(expected);
      samples.forEach(({ boxes }, i) => {
        const box = set.boxes[first + i];
        expect(boxes).toEqual(box ? [box] : []);
      });
      first += samples.length;
    }
    expect(first).toBe(60);
  });

  it("draws paired pictures twice, and nothing but the tag differs", () => {
    const paired = generatePhantom({ count: 61, size: 32, seed: 7, pairs: true });
    const single = generatePhantom({ count: 31, size: 32, seed: 7, tagShare: 0 });
    const imageOf = ({ images }: typeof paired, index: number) => images.subarray(index * area, (index + 1) * area);
    for (let picture = 0; picture < 30; picture++) {
      const [without, withIt] = [paired.samples[2 * picture], paired.samples[2 * picture + 1]];
      expect(without?.attributes).toEqual({ ...withIt?.attributes, tag: "no" });
      expect(without?.attributes["pair"]).toBe(picture);
      expect([without?.split, without?.subject]).toEqual([withIt?.split, withIt?.subject]);
      expect(imageOf(paired, 2 * picture)).toEqual(imageOf(single, picture));
      const changed = imageOf(paired, 2 * picture + 1).filter((pixel, i) => pixel !== imageOf(single, picture)[i]);
      expect(changed.length).toBeGreaterThan(3);
      expect(changed.length).toBeLessThan(60);
    }
    expect(phantomSource({ count: 60, size: 32, seed: 7, pairs: true }).meta.attributes.at(-1)?.name).toBe("pair");
    expect(phantomSource({ count: 60, size: 32, seed: 7 }).meta.attributes.map(({ name }) => name)).not.toContain(
      "pair",
    );
  });

  it("draws boxes that could not be smaller", () => {
    set.boxes.forEach((box, i) => {
      if (!box) return;
      const mask = set.masks.opacity.subarray(i * area, (i + 1) * area);
      const row = (y: number) => mask.subarray(y * 32 + box.left, y * 32 + box.left + box.width);
      const column = (x: number) => mask.filter((_, at) => at % 32 === x);
      for (const edge of [row(box.top), row(box.top + box.height - 1)]) expect(edge).toContain(1);
      for (const edge of [column(box.left), column(box.left + box.width - 1)]) expect(edge).toContain(1);
    });
  });

  it("gives the same bytes for a seed on every machine, and others for another", async () => {
    const { store, remove } = await temporaryStore();
    const hash = async (source: ImageSource) => (await packShards(source, store)).contentHash;
    const of = (seed: number) => phantomSource({ count: 100, size: 28, seed });
    const pinned = "a9f33020663fa12476084f0d1db7a7656716823f593ca76749611d9850dea80e";
    expect(await hash(withoutTargets(of(1)))).toBe(pinned);
    expect(await hash(withoutTargets(of(2)))).not.toBe(pinned);
    expect(await hash(of(1))).toBe("4a0d429bafd791d0ba011dce168b4aabcbee3397ae7e7c0e67ec6ff7cd5115a2");
    await remove();
  });

  it("has masks and boxes where there is an opacity, and only there", () => {
    set.factors.forEach(({ opacity }, i) => {
      const mask = set.masks.opacity.subarray(i * area, (i + 1) * area);
      const box = set.boxes[i] ?? null;
      expect(set.labels[i]).toBe(opacity ? 1 : 0);
      expect(box !== null).toBe(opacity !== null);
      mask.forEach((value, at) => {
        if (value === 0 || !box) return;
        expect(at % 32).toBeGreaterThanOrEqual(box.left);
        expect(at % 32).toBeLessThan(box.left + box.width);
        expect(Math.floor(at / 32)).toBeGreaterThanOrEqual(box.top);
        expect(Math.floor(at / 32)).toBeLessThan(box.top + box.height);
      });
    });
  });

  it("draws at any size from 28 to 256", () => {
    for (const size of [28, 33, 256])
      expect(generatePhantom({ count: 10, size, seed: 1, maxImagesPerSubject: 1 }).images).toHaveLength(
        10 * size * size,
      );
  });
});

describe("phantom sets", () => {
  const samples = samplesOf({ count: 6000, seed: 11 });

  it("are split by subject, in the shares asked for", () => {
    const splits = new Map<string | null, SplitName>();
    for (const { subject, split } of samples) {
      expect(splits.get(subject) ?? split).toBe(split);
      splits.set(subject, split);
    }
    const counts: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
    for (const { split } of samples) counts[split]++;
    expect(counts.train / 6000).toBeCloseTo(0.7, 2);
    expect(counts.validation / 6000).toBeCloseTo(0.1, 2);
    expect(splits.size).toBeGreaterThan(2000);
    expect(splits.size).toBeLessThan(3000);
  });

  it("keep what belongs to a subject the same in all its images", () => {
    const known = new Map<string | null, object>();
    for (const { subject, attributes } of samples) {
      const { sex, site, age, bodyShape, heartSize, ribAngle } = attributes;
      const fixed = { sex, site, age, bodyShape, heartSize, ribAngle };
      expect(known.get(subject) ?? fixed).toEqual(fixed);
      known.set(subject, fixed);
    }
  });

  it("have the prevalence asked for and no correlation that was not planted", () => {
    const positives = samples.filter((one) => one.label === 1).length;
    expect(positives / 6000).toBeCloseTo(0.5, 1);
    expect(share(samples, "tag", "yes", 1)).toBeCloseTo(0.3, 1);
    expect(share(samples, "tag", "yes", 0)).toBeCloseTo(0.3, 1);
    expect(Math.abs(share(samples, "sex", "female", 1) - share(samples, "sex", "female", 0))).toBeLessThan(0.05);
    const rare = samplesOf({ count: 6000, seed: 11, prevalence: 0.1 });
    expect(rare.filter((one) => one.label === 1).length / 6000).toBeCloseTo(0.1, 1);
  });

  it("carry sex in the body and the site in the exposure", () => {
    const mean = (key: string, of: (one: ImageSample) => boolean) => {
      const values = samples.filter(of).map((one) => Number(one.attributes[key]));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const bodyOf = (sex: string) => mean("bodyShape", (one) => one.attributes["sex"] === sex);
    expect(bodyOf("male") - bodyOf("female")).toBeGreaterThan(0.4);
    const exposureAt = (site: string) => mean("exposure", (one) => one.attributes["site"] === site);
    expect(exposureAt("C")).toBeGreaterThan(exposureAt("A") + 0.2);
    expect(exposureAt("A")).toBeGreaterThan(exposureAt("B") + 0.2);
  });

  it.each(["tag", "sex"] as const)("have the correlation planted with %s, in the splits named", (attribute) => {
    const value = attribute === "tag" ? "yes" : "female";
    const biased = samplesOf({
      count: 8000,
      seed: 5,
      correlations: [
        { attribute, positives: 0.95, negatives: 0.05, splits: ["train", "validation"] },
        { attribute, positives: 0.5, negatives: 0.5, splits: ["test"] },
      ],
    });
    expect(share(biased, attribute, value, 1, "train")).toBeCloseTo(0.95, 1);
    expect(share(biased, attribute, value, 0, "train")).toBeCloseTo(0.05, 1);
    expect(Math.abs(share(biased, attribute, value, 1, "test") - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(share(biased, attribute, value, 0, "test") - 0.5)).toBeLessThan(0.06);
    expect(biased.filter((one) => one.label === 1).length / 8000).toBeCloseTo(0.5, 1);
  });

  it("refuses options that make no sense, naming them", () => {
    expect(() => generatePhantom({ count: 100, size: 20, seed: 1 })).toThrow(
      expect.objectContaining({ code: "bad-options", key: "size" }),
    );
    expect(() => generatePhantom({ count: 100, seed: 1, trainShare: 0.7, validationShare: 0.3 })).toThrow(
      "at least .05",
    );
    expect(() => generatePhantom({ count: 10, seed: 1, maxImagesPerSubject: 20 })).toThrow(
      expect.objectContaining({ key: "count" }),
    );
  });
});
