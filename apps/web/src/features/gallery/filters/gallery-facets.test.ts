import { expect, it } from "vitest";
import { type GalleryFacets, isShown, readFilter } from "./gallery-facets.ts";

const chest: GalleryFacets = {
  ...{ texts: ["Tórax", "absent", "present"], tasks: ["classification"], size: "nano", channels: 1 },
  ...{ hasPresets: true, isAudited: false },
};
const shows = (address: string) => isShown(chest, readFilter(new URLSearchParams(address)));

it.each([
  ["", true],
  ["q=torax", true],
  ["q=skin", false],
  ["task=classification&size=nano&channels=1&presets=1", true],
  ["task=detection", false],
  ["size=large", false],
  ["channels=3", false],
  ["audited=1", false],
  ["task=unheard-of", false],
])("an address with %j shows the model: %s", (address, expected) => {
  expect(shows(address)).toBe(expected);
});
