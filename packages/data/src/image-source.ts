/** Which part of a data set an image belongs to. */
export type SplitName = "train" | "validation" | "test";

export const SPLITS: readonly SplitName[] = ["train", "validation", "test"];

/** A column of metadata, such as sex, site or age. */
export interface AttributeDefinition {
  name: string;
  kind: "binary" | "categorical" | "continuous";
  /** The values that occur; empty for a continuous attribute. */
  values: string[];
}

export type AttributeValue = string | number | null;

/** What a mask holds where nobody has said what there is: such pixels are neither learned from nor scored. */
export const IGNORED_PIXEL = 255;

/** A box in pixels of the image: it covers `left … left + width` and `top … top + height`, from the image's upper left. */
export interface ImageBox {
  /** Index into `boxClasses`. */
  classIndex: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is known of one image besides its pixels. */
export interface ImageSample {
  split: SplitName;
  /** Index into `classes`; null when unlabelled. */
  label: number | null;
  /** The person (or animal, specimen) the image is of; null when the source does not say. */
  subject: string | null;
  attributes: Record<string, AttributeValue>;
  /** Empty: somebody looked, and there is none. Null or absent: nobody looked. */
  boxes?: readonly ImageBox[] | null;
}

/** What is the same for all images of a source. */
export interface ImageSourceMeta {
  /** What messages call it: the file's name, or the generator's. */
  name: string;
  count: number;
  height: number;
  width: number;
  channels: 1 | 3;
  /** Of the labels; empty when no image has one. */
  classes: string[];
  /** What a mask's values mean, the background first; empty when there are no masks. */
  maskClasses: string[];
  /** Empty when there are no boxes. */
  boxClasses: string[];
  attributes: AttributeDefinition[];
  hasSubjects: boolean;
  /** Made by a generator, and to be called synthetic wherever it is shown. */
  isSynthetic: boolean;
}

/** A run of consecutive images. */
export interface ImageRows {
  /** uint8 `[samples.length, height, width, channels]` */
  images: Uint8Array;
  /** uint8 `[samples.length, height, width]`: index into `maskClasses`, or `IGNORED_PIXEL`. There when these are. */
  masks?: Uint8Array;
  samples: ImageSample[];
}

/**
 * Anything that images come from: an imported file or a generator. Rows come in bounded chunks and always in the same
 * order, so that a set of any size passes through in bounded memory and its content hash is reproducible.
 */
export interface ImageSource {
  readonly meta: ImageSourceMeta;
  /** May be called more than once. A reader throws DataError at the first chunk that proves the file bad. */
  rows(): AsyncIterable<ImageRows>;
  close(): Promise<void>;
}
