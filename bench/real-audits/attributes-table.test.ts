import { expect, test } from "vitest";
import { attributesTable } from "./attributes-table.ts";

const rows = [
  ["image", "label", "split", "sex"],
  ["a.png", "0", "train", "f"],
  ["b.png", "1", "val", ""],
  ["c.png", "1", "train", "m"],
];

test("counts images within their split, and leaves missing values empty", () => {
  expect(attributesTable(rows, ["sex"])).toEqual([
    ["split", "index", "sex"],
    ["train", "0", "f"],
    ["val", "0", ""],
    ["train", "1", "m"],
  ]);
});

test("names a column that is not there", () => {
  expect(() => attributesTable(rows, ["view"])).toThrow("no column view; it has image, label, split, sex");
});
