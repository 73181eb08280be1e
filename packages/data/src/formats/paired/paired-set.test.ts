import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesSource } from "../../testing/bytes-source.ts";
import { collectRows } from "../../testing/collect-rows.ts";
import { expectRefusals } from "../../testing/expect-refusals.ts";
import { pngOf, pngOfPixels } from "../../testing/image-files.ts";
import { openImages } from "../open-images.ts";

const image = await pngOf(8, 8, 3);
const maskPixels = Uint8Array.from({ length: 64 }, (_, i) => i % 3);
const mask = await pngOfPixels(maskPixels, { width: 8, height: 8, channels: 1 });
const read = async (files: Record<string, Uint8Array>) => {
  const source = await openImages(bytesSource(zipSync(files, { level: 0 }), "set.zip"), { validation: 0, test: 0 });
  return { ...(await collectRows(source)), meta: source.meta, notes: source.notes };
};

describe("images with masks and no table", () => {
  it.each([
    ["folders", { "images/a.png": image, "masks/a.png": mask }],
    ["folders of each split", { "train/images/a.jpg": image, "train/labels/a.png": mask }],
    ["endings", { "a.png": image, "a_mask.png": mask }],
    ["both", { "imgs/a.png": image, "segmentation/a-seg.png": mask }],
  ])("are paired by %s", async (_, files) => {
    const { meta, masks } = await read(files);
    expect([meta.count, meta.maskClasses]).toEqual([1, ["background", "class 1", "class 2"]]);
    expect(masks.equals(maskPixels)).toBe(true);
  });

  it("are not mixed up between folders, and what is left over is told", async () => {
    const files = { "a/x.png": image, "b/x.png": image, "b/x_mask.png": mask, "c/y_mask.png": mask };
    const { meta, masks, notes } = await read(files);
    expect(meta.count).toBe(2);
    expect([masks[0], masks[64]]).toEqual([255, 0]);
    expect(notes).toEqual(["c/y_mask.png: left out, there is no image of its name", "1 images have no mask"]);
  });

  it("are instances where the folder says so", async () => {
    const { meta, samples } = await read({ "images/a.png": image, "instances/a.png": mask });
    expect([meta.boxClasses, samples[0]?.boxes?.length]).toEqual([["object"], 2]);
  });

  it("are no set without a mask", async () => {
    await expect(read({ "images/a.png": image })).rejects.toMatchObject({ code: "unknown-format" });
  });

  it("meet any damage of a mask with images or a DataError", async () => {
    await expectRefusals(mask, (bytes) => read({ "images/a.png": image, "masks/a.png": bytes }), { runs: 60 });
  });
});
