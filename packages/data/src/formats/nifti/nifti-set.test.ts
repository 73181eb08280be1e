import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { encodeNifti, type NiftiInput } from "../../testing/encode-nifti.ts";
import { expectRefusals } from "../../testing/expect-refusals.ts";
import { openImages } from "../open-images.ts";
import type { ImportOptionsInput } from "../records/import-options.ts";

const noDraw = { validation: 0, test: 0 };
/** 8 voxels to the right, 9 to the front, 10 to the head: each its own value where it fits. */
const [right, front, head] = [8, 9, 10];
const at = (x: number, y: number, z: number) => x + right * (y + front * z);
const voxels = Uint8Array.from({ length: right * front * head }, (_, i) => i % 251);
const ras = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
];
const plain: NiftiInput = { shape: [right, front, head], voxels, affine: ras, calibration: [0, 255] };

function open(input: Partial<NiftiInput>, options: ImportOptionsInput = noDraw, name = "head.nii") {
  return openImages(bytesSource(encodeNifti({ ...plain, ...input }), name), options);
}

async function read(input: Partial<NiftiInput>, options: ImportOptionsInput = noDraw) {
  const source = await open(input, options);
  return { ...(await collectRows(source)), meta: source.meta, notes: source.notes };
}

describe("NIfTI files", () => {
  it("give slices across each axis, as radiologists look at them", async () => {
    const axial = await read({});
    expect([axial.meta.count, axial.meta.width, axial.meta.height]).toEqual([head, right, front]);
    // The first column is furthest to the right, the first row furthest to the front.
    expect(axial.images[0]).toBe(voxels[at(right - 1, front - 1, 0)]);
    expect(axial.images[1]).toBe(voxels[at(right - 2, front - 1, 0)]);
    const coronal = await read({}, { ...noDraw, plane: "coronal" });
    expect([coronal.meta.count, coronal.meta.width, coronal.meta.height]).toEqual([front, right, head]);
    expect(coronal.images[0]).toBe(voxels[at(right - 1, 0, head - 1)]);
    const sagittal = await read({}, { ...noDraw, plane: "sagittal" });
    expect([sagittal.meta.count, sagittal.meta.width, sagittal.meta.height]).toEqual([right, front, head]);
    expect(sagittal.images[1]).toBe(voxels[at(0, front - 2, head - 1)]);
    expect(axial.samples[3]).toMatchObject({ subject: "head", attributes: { slice: 4 } });
  });

  it("look the same however their voxels are stored, and say how they are", async () => {
    // The same head with the axes front (backwards), head, right.
    const shape = [front, head, right];
    const turned = new Uint8Array(voxels.length);
    for (let x = 0; x < right; x++) {
      for (let y = 0; y < front; y++) {
        for (let z = 0; z < head; z++) turned[front - 1 - y + front * (z + head * x)] = voxels[at(x, y, z)] ?? 0;
      }
    }
    const affine = [
      [0, 0, 1, 0],
      [-1, 0, 0, front - 1],
      [0, 1, 0, 0],
    ];
    const stored = await read({ shape, voxels: turned, affine });
    expect(stored.images.equals((await read({})).images)).toBe(true);
    expect(stored.notes.join()).toMatch(/axial slices, stored PSR/);
    const { affine: _, ...unsaid } = plain;
    const source = await openImages(bytesSource(encodeNifti(unsaid), "a.nii"), noDraw);
    expect(source.notes.join()).toMatch(/not said, taken as RAS/);
  });

  it("are scaled as they say, and stretched over what they show or have", async () => {
    const words = new Int16Array(right * front * head).fill(-10);
    words[at(right - 1, front - 1, 0)] = 40;
    words[at(right - 2, front - 1, 0)] = 20;
    const input = { datatype: 4, bits: 16, voxels: new Uint8Array(words.buffer), slope: 2, intercept: 5 };
    const { calibration: _, ...rest } = plain;
    const reading = openImages(bytesSource(encodeNifti({ ...rest, ...input }), "a.nii"), noDraw).then(collectRows);
    expect([...(await reading).images.subarray(0, 3)]).toEqual([255, 153, 0]);
    // −15 … 85 after scaling; 35 to 85 is shown.
    const shown = await read({ ...input, calibration: [35, 85] });
    expect([...shown.images.subarray(0, 3)]).toEqual([255, 51, 0]);
    const negative = encodeNifti({ ...rest, ...input, slope: -1 });
    const inverted = await openImages(bytesSource(negative, "a.nii"), noDraw).then(collectRows);
    expect([...inverted.images.subarray(0, 3)]).toEqual([0, 102, 255]);
  });

  it("may be compressed, of many volumes, in colour, and lie in an archive with their masks", async () => {
    const packed = gzipSync(encodeNifti(plain));
    const one = await openImages(bytesSource(new Uint8Array(packed), "head.nii.gz"), noDraw).then(collectRows);
    expect(one.images.equals((await read({})).images)).toBe(true);
    const many = await read({ shape: [right, front, 5, 2] });
    expect(many.images.equals((await read({})).images)).toBe(true);
    expect(
      (await read({ shape: [right, front, 3], voxels: voxels.subarray(0, 648), datatype: 128, bits: 24 })).meta
        .channels,
    ).toBe(3);
    const mask = encodeNifti({ ...plain, voxels: voxels.map((value) => (value > 200 ? 2 : 0)) });
    const files = { "imagesTr/sub-01_0000.nii": encodeNifti(plain), "labelsTr/sub-01.nii": mask };
    const source = await openImages(bytesSource(zipSync(files), "set.zip"), noDraw);
    const { masks, images, samples } = await collectRows(source);
    expect(source.meta.maskClasses).toEqual(["background", "foreground"]);
    expect(masks.equals(images.map((value) => (value > 200 ? 1 : 0)))).toBe(true);
    expect(samples[0]?.subject).toBe("sub-01");
  });

  it.each<[string, Partial<NiftiInput>, string]>([
    ["complex numbers", { datatype: 32, bits: 64 }, "bad-nifti"],
    ["fewer voxels than it says", { shape: [8, 9, 11] }, "bad-nifti"],
    ["an axis of nothing", { shape: [8, 0, 10] }, "bad-nifti"],
    ["one axis", { shape: [720] }, "bad-nifti"],
    ["10 GB in a few bytes", { shape: [4000, 4000, 700] }, "too-large"],
  ])("are refused with %s", async (_, input, code) => {
    await expect(open(input).then(collectRows)).rejects.toMatchObject({ code, key: "head.nii" });
  });

  it("are drawn black where values are no numbers", async () => {
    const floats = new Float32Array(right * front * head).fill(Number.NaN);
    floats[at(right - 1, front - 1, 0)] = 3;
    floats[at(right - 2, front - 1, 0)] = 1;
    const { calibration: _, ...rest } = plain;
    const file = encodeNifti({ ...rest, datatype: 16, bits: 32, voxels: new Uint8Array(floats.buffer) });
    const { images } = await openImages(bytesSource(file, "a.nii"), noDraw).then(collectRows);
    expect([...images.subarray(0, 3)]).toEqual([255, 0, 0]);
  });

  it("meet any damage with images or a DataError, compressed or not", async () => {
    const reading = (bytes: Uint8Array) => openImages(bytesSource(bytes, "a.nii"), noDraw).then(collectRows);
    const good = encodeNifti(plain);
    await expectRefusals(good, reading, { runs: 150, within: 360 });
    await expectRefusals(new Uint8Array(gzipSync(good)), reading, { runs: 100 });
  });
});
