import { zipSync } from "fflate";
import sharp from "sharp";
import { describe, it } from "vitest";
import { bytesSource } from "../testing/bytes-source.ts";
import { collectRows } from "../testing/collect-rows.ts";
import { dicomDirectory, dicomImage } from "../testing/encode-dicom.ts";
import { expectRefusals } from "../testing/expect-refusals.ts";
import { pngOf } from "../testing/image-files.ts";
import { encodeNpz } from "../testing/index.ts";
import { smallMedMnist } from "../testing/small-med-mnist.ts";
import { openImages } from "./open-images.ts";

const png = await pngOf(8, 8, 3);
const table = new TextEncoder().encode("image,label,patient,split\na,x,p1,train\nb,y,p2,val\nc,x,p3,test\n");
const set = (image: Uint8Array, rows: Uint8Array = table) =>
  zipSync({ "t.csv": rows, "a.png": image, "b.png": png, "c.png": png }, { level: 0 });

async function read(bytes: Uint8Array, name = "set.zip") {
  const source = await openImages(bytesSource(bytes, name));
  return await collectRows(source).finally(() => source.close());
}

describe("readers meet any damage with images or a DataError", () => {
  it("of an archive", () => expectRefusals(set(png), (bytes) => read(bytes), { runs: 200 }));
  it("of an archive's directory", async () => {
    const good = set(png);
    const tail = good.length - 300;
    const end = good.slice(tail);
    await expectRefusals(end, (bytes) => read(Buffer.concat([good.subarray(0, tail), bytes])), { runs: 200 });
  });
  it("of a table", () => expectRefusals(table, (rows) => read(set(png, rows)), { runs: 200 }));
  it.each(["png", "jpeg", "tiff"] as const)("of a %s", async (format) => {
    const image = sharp(Buffer.from(png)).toFormat(format);
    const bytes = new Uint8Array(await image.toBuffer());
    await expectRefusals(bytes, (damaged) => read(set(damaged)), { runs: 120 });
  });
  it("of an .npz", () => {
    return expectRefusals(encodeNpz(smallMedMnist()), (bytes) => read(bytes, "set.npz"), { runs: 150 });
  });
  it("of a DICOMDIR", async () => {
    const image = dicomImage(new Uint8Array(64), { rows: 8, columns: 8 });
    const study = (bytes: Uint8Array) => zipSync({ DICOMDIR: bytes, "A/B": image }, { level: 0 });
    await expectRefusals(dicomDirectory(["A\\B"]), (bytes) => read(study(bytes)), { runs: 150 });
  });
});
