import path from "node:path";
import type { TreeFile } from "../archive/file-tree.ts";

const MASK_FOLDER = /^(masks?|labels?(tr|ts)?|annotations?|segmentations?|gt|ground_?truth|instances?)$/i;
const MASK_SUFFIX = /[._ -](masks?|labels?|seg(mentation)?|gt|annotations?|instances?|lesion)$/i;
/** What image files may add to the name that their mask has, such as the channel in the layout of nnU-Net. */
const IMAGE_SUFFIX = /[._ -](images?|img|0000)$/i;

/** Images with the mask that belongs to each by its name, and masks that belong to none. */
export interface PairedFiles {
  pairs: { image: TreeFile; mask: TreeFile | null }[];
  orphans: TreeFile[];
}

/**
 * Pairs images and masks: a mask is in a folder called masks, labels or the like, or its name ends in `_mask`, `_seg` or the like; it belongs to
 * the image of the same name (whatever the ending), in the same place of the tree.
 *
 * @param stem takes the ending off a file's name
 */
export function pairMasks(files: readonly TreeFile[], stem: (name: string) => string): PairedFiles {
  const isMask = (file: TreeFile) => inMaskFolder(file.path) || MASK_SUFFIX.test(stem(path.posix.basename(file.path)));
  const masks = new Map(files.filter(isMask).map((mask) => [nameOf(mask.path, stem), mask]));
  const used = new Set<TreeFile>();
  const pairs = files
    .filter((file) => !isMask(file))
    .map((image) => {
      const mask = masks.get(nameOf(image.path, stem)) ?? null;
      if (mask) used.add(mask);
      return { image, mask };
    });
  return { pairs, orphans: [...masks.values()].filter((mask) => !used.has(mask)) };
}

function inMaskFolder(whole: string): boolean {
  return whole
    .split("/")
    .slice(0, -1)
    .some((part) => MASK_FOLDER.test(part));
}

/** What an image and its mask have in common: the path without folders of masks and images, and without endings. */
function nameOf(whole: string, stem: (name: string) => string): string {
  const folders = whole
    .split("/")
    .slice(0, -1)
    .filter((part) => !MASK_FOLDER.test(part) && !/^(images?|imgs?|imagests|imagestr)$/i.test(part));
  const name = stem(path.posix.basename(whole)).replace(MASK_SUFFIX, "").replace(IMAGE_SUFFIX, "");
  return [...folders, name].join("/").toLowerCase();
}
