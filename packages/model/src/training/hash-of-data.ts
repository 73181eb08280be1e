import { sha256 } from "../bundle/sha256.ts";
import type { ImageSet } from "../images/image-set.ts";

/** SHA-256 over shape, classes, labels, attributes, masks, boxes and images of a set. */
export async function hashOfData(set: ImageSet): Promise<string> {
  const { count, height, width, channels, classes, labels, images } = set;
  const header = new TextEncoder().encode(JSON.stringify({ count, height, width, channels, classes }));
  const attributes = [...(set.attributes ?? [])].map(([name, values]) => `${JSON.stringify(name)}:${values.join()}`);
  const { segmentation, detection } = set;
  const targets = [
    ...(segmentation ? [JSON.stringify(segmentation.classes)] : []),
    ...(detection ? [JSON.stringify(detection)] : []),
  ];
  const labelBytes = new TextEncoder().encode([labels.join(), ...attributes, ...targets].join("\n"));
  const masks = segmentation?.masks.subarray(0, segmentation.masks.length) ?? new Uint8Array();
  const bytes = new Uint8Array(header.length + labelBytes.length + images.length + masks.length);
  bytes.set(header);
  bytes.set(labelBytes, header.length);
  bytes.set(images.subarray(0, images.length), header.length + labelBytes.length);
  bytes.set(masks, header.length + labelBytes.length + images.length);
  return sha256(bytes);
}
