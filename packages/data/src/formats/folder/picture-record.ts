import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { decodePicture, readPictureSize } from "../pictures/decode-picture.ts";
import type { ImageRecord } from "../records/image-record.ts";

/** A record of an image file of which nothing else is known. */
export function pictureRecord(tree: FileTree, file: TreeFile): ImageRecord {
  const place = { file: tree.name, key: file.path };
  return {
    key: file.path,
    split: null,
    label: null,
    subject: null,
    attributes: {},
    boxes: null,
    size: async () => readPictureSize(await readWhole(tree, file), place),
    picture: async () => decodePicture(await readWhole(tree, file), place),
  };
}
