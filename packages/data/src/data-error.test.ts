import { expect, it } from "vitest";
import { DataError } from "./data-error.ts";

const detail = { code: "corrupt", file: "a.npz", expected: "one thing", found: "another", advice: "Mend it." } as const;

it("says where, what was expected and found, and what to do", () => {
  expect(new DataError({ ...detail, key: "train_images" }).message).toBe(
    "a.npz, train_images: expected one thing, found another. Mend it.",
  );
  expect(new DataError(detail).toJSON()).toEqual(detail);
});

it("carries nothing from a file that a log or a database could stumble over", () => {
  const hostile = "a\0b\n\u202e\ud800\u2028";
  const error = new DataError({ ...detail, file: hostile, key: hostile, found: hostile });
  expect(error).toMatchObject({ file: "a�b����", key: "a�b����", found: "a�b����" });
  expect(error.message).toBe("a�b����, a�b����: expected one thing, found a�b����. Mend it.");
  expect(new DataError({ ...detail, found: "x".repeat(70_000) }).found).toBe(`${"x".repeat(300)}…`);
  expect(new DataError({ ...detail, file: "Tórax 日本 😀.npz" }).file).toBe("Tórax 日本 😀.npz");
});
