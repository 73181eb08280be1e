import { expect, test } from "vitest";
import { chooseNetwork } from "./choose-network.ts";

const otherwise = { size: "nano", inputSize: 64 } as const;

test("takes what is given over the default of the set, and the size's own side with another size", () => {
  expect(chooseNetwork({}, otherwise)).toEqual(otherwise);
  expect(chooseNetwork({ inputSize: "32" }, otherwise)).toEqual({ size: "nano", inputSize: 32 });
  expect(chooseNetwork({ size: "large" }, otherwise)).toEqual({ size: "large", inputSize: 128 });
});

test("refuses what there is not", () => {
  expect(() => chooseNetwork({ size: "tiny" }, otherwise)).toThrow("nano, small");
  expect(() => chooseNetwork({ inputSize: "128" }, otherwise)).toThrow("128");
});
