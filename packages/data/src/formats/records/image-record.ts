import type { ImageBox, SplitName } from "../../image-source.ts";

/** Width, height and channels, as a header tells them. */
export interface PictureSize {
  width: number;
  height: number;
  channels: 1 | 3;
}

/** A decoded image, not fitted to any size yet. */
export interface Picture extends PictureSize {
  /** uint8 `[height, width, channels]` */
  pixels: Uint8Array;
}

/** Classes of pixels, uint8 `[height, width]`: index into `maskClasses`, 255 where nothing is known. */
export interface PictureMask {
  width: number;
  height: number;
  classes: Uint8Array;
}

/** An image that a format holds, in the format's own size, its pixels not read yet. */
export interface ImageRecord {
  /** Where it is, for messages: the file's path, with the frame or row where a file has several. */
  key: string;
  /** Null when the format does not say. */
  split: SplitName | null;
  /** The class by name; null when unlabelled. */
  label: string | null;
  subject: string | null;
  /** As text, by attribute; null where missing. */
  attributes: Record<string, string | null>;
  /** In pixels of the picture. Null: nobody looked. */
  boxes: readonly ImageBox[] | null;
  /** Without decoding the pixels. @throws DataError for what cannot be an image */
  size(): Promise<PictureSize>;
  picture(): Promise<Picture>;
  /** Absent when it has none. */
  mask?(): Promise<PictureMask>;
}

/** A published data set that images come from, and those that it must not be mixed with. */
export interface DataOrigin {
  id: string;
  /** Data sets with images of the same persons. */
  subjectOverlaps: string[];
  /** Data sets of the same kind of images. */
  domainOverlaps: string[];
}

/** What a format's reader finds: the one thing that formats have in common. */
export interface RecordSet {
  /** What messages call it. */
  name: string;
  records: ImageRecord[];
  /** Labels by name in their order; null: those that occur, in natural order. */
  classes: string[] | null;
  maskClasses: string[];
  boxClasses: string[];
  /** Attributes whose kind a person (or the format) has set; others are guessed from their values. */
  attributeKinds: Record<string, "binary" | "categorical" | "continuous">;
  /** What was left out and why, one line each, for the person who imports. */
  notes: string[];
  /** Where the format says so. */
  origin?: DataOrigin;
  close(): Promise<void>;
}
