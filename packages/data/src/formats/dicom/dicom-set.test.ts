import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DataError } from "../../data-error.ts";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { type DicomElement, dicomDirectory, dicomImage } from "../../testing/encode-dicom.ts";
import { openImages } from "../open-images.ts";
import type { ImportOptionsInput } from "../records/import-options.ts";

const ramp = Uint8Array.from({ length: 64 }, (_, i) => i);
const usual = { rows: 8, columns: 8 };

function open(files: Record<string, Uint8Array>, options: ImportOptionsInput = {}) {
  return openImages(bytesSource(zipSync(files, { level: 0 }), "study.zip"), options);
}

/** The pixels of one image with further elements. */
async function shown(
  more: DicomElement[],
  pixels = ramp,
  image: { rows: number; columns: number; bits?: number } = usual,
) {
  const { images } = await collectRows(await open({ "a.dcm": dicomImage(pixels, { ...image, more }) }));
  return images;
}

describe("DICOM files", () => {
  it("gives images with a pseudonym and what describes them, and nothing that identifies", async () => {
    const more: DicomElement[] = [
      [0x00100040, "CS", "F"],
      [0x00101010, "AS", "093Y"],
    ];
    const files = { a: dicomImage(ramp, { ...usual, more }), "b/c.dcm": dicomImage(ramp, usual) };
    const source = await open(files, { secret: "long enough", validation: 0, test: 0 });
    const { samples } = await collectRows(source);
    expect(samples).toHaveLength(2);
    expect(samples[0]?.subject).toMatch(/^S[0-9a-f]{16}$/);
    expect(samples[0]?.subject).toBe(samples[1]?.subject);
    expect(JSON.stringify([samples, source.meta, source.notes])).not.toMatch(/Doe|12345|093|93/);
    const other = await collectRows(await open(files, { secret: "another one" }));
    expect(other.samples[0]?.subject).not.toBe(samples[0]?.subject);
  });

  it("stretches to the range, or to the file's window", async () => {
    const stretched = await shown([]);
    expect([stretched[0], stretched[63]]).toEqual([0, 255]);
    const windowed = await shown([
      [0x00281050, "DS", "32"],
      [0x00281051, "DS", "17"],
    ]);
    // Linear (PS3.3 C.11.2.1.2): black up to 23.5, white from 39.5.
    expect([windowed[23], windowed[24], windowed[39], windowed[40]]).toEqual([0, 8, 247, 255]);
  });

  it("applies slope and intercept before the window", async () => {
    const values = await shown([
      [0x00281050, "DS", "0"],
      [0x00281051, "DS", "127"],
      [0x00281052, "DS", "-64"],
      [0x00281053, "DS", "2"],
    ]);
    expect([values[0], values[32], values[63]]).toEqual([0, 129, 254]);
  });

  it("inverts MONOCHROME1", async () => {
    const values = await shown([[0x00280004, "CS", "MONOCHROME1"]]);
    expect([values[0], values[63]]).toEqual([255, 0]);
  });

  it("reads signed values of 12 bits", async () => {
    const words = new Uint8Array(128);
    new DataView(words.buffer).setUint16(0, 0x0fff, true);
    const more: DicomElement[] = [
      [0x00280101, "US", 12],
      [0x00280103, "US", 1],
    ];
    const values = await shown(more, words, { ...usual, bits: 16 });
    // −1 among zeros.
    expect([values[0], values[1]]).toEqual([0, 255]);
  });

  it("reads every frame", async () => {
    const more: DicomElement[] = [[0x00280008, "IS", "2"]];
    const source = await open({ a: dicomImage(new Uint8Array(128), { ...usual, more }) });
    expect(source.meta.count).toBe(2);
  });

  it("puts what may carry burned-in text into quarantine until a person has looked", async () => {
    const ultrasound = dicomImage(ramp, { ...usual, more: [[0x00080060, "CS", "US"]] });
    const source = await open({ a: dicomImage(ramp, usual), b: ultrasound });
    expect(source.meta.count).toBe(1);
    expect(source.notes.join()).toMatch(/b: in quarantine/);
    expect((await open({ a: ultrasound }, { acceptBurnedIn: true })).meta.count).toBe(1);
    await expect(open({ a: ultrasound })).rejects.toMatchObject({ found: expect.stringContaining("quarantine") });
  });

  it("follows a DICOMDIR, and passes over one that is damaged", async () => {
    const files = {
      "CD/DICOMDIR": dicomDirectory(["IMG\\A", "IMG\\GONE"]),
      "CD/img/a": dicomImage(ramp, usual),
      "CD/img/b": dicomImage(ramp, usual),
    };
    const source = await open(files);
    expect(source.meta.count).toBe(1);
    expect(source.notes).toContain("IMG/GONE: in CD/DICOMDIR, but not there");
    expect(source.notes).toContain("1 DICOM files are in no DICOMDIR, and left out");
    const damaged = await open({ ...files, "CD/DICOMDIR": files["CD/DICOMDIR"].subarray(0, 150) });
    expect(damaged.meta.count).toBe(2);
    expect(damaged.notes.join()).toMatch(/passed over: .*DICOMDIR/);
  });

  const good = dicomImage(ramp, usual);
  it.each<[string, Uint8Array, string]>([
    ["cut in half", good.subarray(0, good.length - 40), "bad-dicom"],
    ["no rows", dicomImage(ramp, { ...usual, rows: 0 }), "bad-dicom"],
    ["65,535 rows", dicomImage(ramp, { ...usual, rows: 65_535 }), "bad-dicom"],
    ["65,535 rows and columns", dicomImage(ramp, { rows: 65_535, columns: 65_535 }), "too-large"],
    ["frames that are no number", dicomImage(ramp, { ...usual, more: [[0x00280008, "IS", "1A"]] }), "bad-dicom"],
    ["a million frames", dicomImage(ramp, { ...usual, more: [[0x00280008, "IS", "1000000"]] }), "bad-dicom"],
    ["4 samples", dicomImage(ramp, { ...usual, more: [[0x00280002, "US", 4]] }), "bad-dicom"],
    [
      "a palette that is not there",
      dicomImage(ramp, { ...usual, more: [[0x00280004, "CS", "PALETTE COLOR"]] }),
      "bad-dicom",
    ],
    ["an unknown photometry", dicomImage(ramp, { ...usual, more: [[0x00280004, "CS", "HSV"]] }), "unsupported-pixels"],
  ])("refuses %s", async (_, bytes, code) => {
    const reading = open({ "a.dcm": bytes }).then(collectRows);
    await expect(reading).rejects.toMatchObject({ code, message: expect.stringContaining("a.dcm") });
  });

  it("meets any damage with a DataError or with pixels, never with another failure", async () => {
    const byte = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 12 }), fc.nat(good.length), async (changes, cut) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const tried = open({ a: cut % 3 === 0 ? bytes.subarray(0, cut) : bytes }, { skipBroken: false }).then(
          collectRows,
        );
        await tried.catch((error: unknown) => expect(error).toBeInstanceOf(DataError));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
