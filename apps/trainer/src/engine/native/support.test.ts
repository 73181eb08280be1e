import { expect, it } from "vitest";
import { unsupportedReason } from "./support.ts";

it.each([
  ["linux", "x64", "2.36", undefined],
  ["linux", "x64", "2.17", undefined],
  ["linux", "x64", "2.12", /2\.17 or newer, here is 2\.12/],
  ["linux", "x64", "", /GNU C library/],
  ["linux", "arm64", "2.36", /linux-arm64.*npm install @tensorflow\/tfjs-node/],
  ["darwin", "arm64", "", /darwin-arm64/],
] as const)("%s %s with glibc %s", (platform, arch, glibc, expected) => {
  const reason = unsupportedReason(platform, arch, glibc);
  if (expected) expect(reason).toMatch(expected);
  else expect(reason).toBeUndefined();
});
