import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAttributes } from "./read-attributes.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-attributes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const counts = { train: 2, validation: 3, test: 0 };

async function read(text: string) {
  const file = path.join(folder, "attributes.csv");
  await writeFile(file, text);
  return readAttributes(file, counts);
}

describe("attributes.csv", () => {
  it("gives a column an attribute, missing where a value or the row is", async () => {
    const of = await read(
      '\uFEFFsplit,index,sex,"view, side"\r\nval,2,f,PA\r\nval,0,m,\r\ntrain,1,f,"AP ""left"""\r\n',
    );
    expect(of("validation")).toEqual([
      { name: "sex", values: ["f", "m"], of: Int32Array.of(1, -1, 0) },
      { name: "view, side", values: ['AP "left"', "PA"], of: Int32Array.of(-1, -1, 1) },
    ]);
    expect(of("train")[0]?.of).toEqual(Int32Array.of(-1, 0));
  });

  it("puts numbers of many values into bands of about equal size", async () => {
    const many = { train: 40, validation: 0, test: 0 };
    const file = path.join(folder, "ages.csv");
    await writeFile(
      file,
      `split,index,age\n${Array.from({ length: 40 }, (_, i) => `train,${i},${20 + i}`).join("\n")}`,
    );
    const [age] = (await readAttributes(file, many))("train");
    expect(age?.values).toEqual(["< 30", "30 to < 40", "40 to < 50", "≥ 50"]);
    expect([0, 1, 2, 3].map((band) => age?.of.filter((one) => one === band).length)).toEqual([10, 10, 10, 10]);
  });

  it.each([
    ["index,split,sex\nval,0,f", "line 1"],
    ["split,index,sex\n", "line 2"],
    ["split,index,sex\nval,3,f", "0 to 2"],
    ["split,index,sex\nval,-1,f", '"-1"'],
    ["split,index,sex\ntest,0,f", "no image"],
    ["split,index,sex\nother,0,f", '"other"'],
    ["split,index,sex\nval,0,f\nval,0,m", "line 3"],
    ["split,index,sex\nval,0", "comma-separated"],
    ["split,index,sex,sex\nval,0,f,f", "twice"],
    ["split,index,sex\nval,0,", "some image with a value of sex"],
  ])("refuses %j, saying where", async (text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });
});
